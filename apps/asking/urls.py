from django.urls import path

from apps.asking import views

app_name = "asking"

urlpatterns = [
    path("ask/", views.ask, name="ask"),
    path("asked/", views.asked, name="asked"),
    path("asked/<slug:code>/", views.question, name="question"),
]
