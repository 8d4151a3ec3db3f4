from django.urls import path

from apps.selfcheck import views

app_name = "selfcheck"

urlpatterns = [
    path("check/", views.check, name="check"),
    path("check/helper/", views.helper, name="helper"),
    path("check/calendar/", views.calendar, name="calendar"),
    path("check/phrases.<slug:version>.json", views.phrases, name="phrases"),
    path("check/rules.<slug:version>.json", views.bundle, name="bundle"),
]
