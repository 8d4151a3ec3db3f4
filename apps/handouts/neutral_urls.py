"""Addresses of no language."""

from django.urls import path

from apps.handouts import neutral_views as views

# What browsers and phones ask for without being told to.
ICONS = ("favicon.ico", "apple-touch-icon.png", "apple-touch-icon-precomposed.png")

urlpatterns = [
    *(path(name, views.icon) for name in ICONS),
    path("p/<slug:language>/<slug:kind>/<slug:slug>.<slug:shape>.<slug:name>.png", views.picture, name="picture"),
    path("<slug:kind>/<slug:slug>.svg", views.code, name="code"),
    path("q/<slug:slug>", views.short_entry, name="short_entry"),
    path("t/<slug:slug>", views.short_topic, name="short_topic"),
    path("c/<slug:event>", views.short_check, name="short_check"),
    path("n/<slug:id>", views.short_change, name="short_change"),
]
