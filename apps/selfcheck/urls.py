from django.urls import path

from apps.selfcheck import rule_views, views

app_name = "selfcheck"

urlpatterns = [
    path("check/", views.check, name="check"),
    path("check/calendar/", views.calendar, name="calendar"),
    path("check/words.<slug:version>.json", views.words, name="words"),
    path("check/rules.<slug:version>.json", views.bundle, name="bundle"),
    path("rules/", rule_views.rules, name="rules"),
    path("rules/changes/", rule_views.changes, name="changes"),
    path("rules/changes/<slug:id>/", rule_views.change, name="change"),
    path("rules/flow/", rule_views.flow, name="flow"),
    path("rules/<slug:id>/", rule_views.rule, name="rule"),
]
