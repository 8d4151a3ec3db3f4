from django.urls import path

from apps.openrules import views

app_name = "openrules"

urlpatterns = [
    path("rules/", views.rules, name="rules"),
    path("rules/changes/", views.changes, name="changes"),
    path("rules/changes/<slug:id>/", views.change, name="change"),
    path("rules/flow/", views.flow, name="flow"),
    path("rules/<slug:id>/", views.rule, name="rule"),
]
