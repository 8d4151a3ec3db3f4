from django.urls import path

from apps.guide import views

app_name = "guide"

urlpatterns = [
    path("", views.home, name="home"),
    path("q/<slug:slug>/", views.entry, name="entry"),
    path("topics/<slug:slug>/", views.topic, name="topic"),
    path("contacts/", views.contacts, name="contacts"),
    path("sources/", views.sources, name="sources"),
    path("sources/<slug:group>/", views.more_sources, name="more_sources"),
    path("about/", views.about, name="about"),
]
