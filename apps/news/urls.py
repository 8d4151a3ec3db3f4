from django.urls import path

from apps.news import views

app_name = "news"

urlpatterns = [
    path("changes/", views.changes, name="changes"),
    path("changes/week/", views.week, name="week"),
    path("changes/feed.atom", views.atom, name="atom"),
    path("changes/feed.json", views.json, name="json"),
    path("changes/<slug:id>/", views.change, name="change"),
]
