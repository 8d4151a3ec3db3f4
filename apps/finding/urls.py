from django.urls import path

from apps.finding import views

app_name = "finding"

urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/index.json", views.index, name="index"),
    path("search/opensearch.xml", views.opensearch, name="opensearch"),
]
