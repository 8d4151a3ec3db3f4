from django.urls import path

from apps.handouts import views

app_name = "handouts"

urlpatterns = [
    path("q/<slug:slug>/sheet/", views.sheet, {"kind": "q"}, name="sheet"),
    path("q/<slug:slug>/text/", views.texts, name="texts"),
    path("topics/<slug:slug>/sheet/", views.sheet, {"kind": "t"}, name="topic_sheet"),
    path("sheet/", views.sheet, {"kind": "site", "slug": "site"}, name="site_sheet"),
    path("share/", views.share, name="share"),
    path("share/files/", views.files, name="files"),
]
