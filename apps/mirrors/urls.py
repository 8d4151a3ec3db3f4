from django.urls import path

from apps.mirrors import views

app_name = "mirrors"

urlpatterns = [
    path("guide.html", views.file, name="file"),
    path("booklet/", views.booklet, name="booklet"),
    path("without-internet/", views.days, name="days"),
]
