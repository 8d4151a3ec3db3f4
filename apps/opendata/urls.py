from django.urls import path

from apps.opendata import views

app_name = "opendata"

urlpatterns = [
    path("data/entries.<slug:language>.json", views.entries, name="entries"),
    path("data/schema/<slug:name>.json", views.schema, name="schema"),
    path("data/<slug:name>.json", views.data, name="data"),
    path("embed/<slug:language>/q/<slug:slug>/", views.embed, name="embed"),
    path("oembed/", views.oembed, name="oembed"),
]
