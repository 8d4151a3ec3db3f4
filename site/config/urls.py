from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from apps.guide import views
from apps.guide.sitemaps import SITEMAPS

admin.site.site_header = admin.site.site_title = _("Amina Guide")
admin.site.index_title = _("Texts, sources and editors")

urlpatterns = [
    path("", views.choose_language, name="choose_language"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("admin/", admin.site.urls),
    path("account/", include("config.sign_in")),
    *i18n_patterns(path("", include("apps.selfcheck.urls")), path("", include("apps.guide.urls"))),
]

handler404 = "apps.guide.views.not_found"
handler500 = "apps.guide.views.server_error"
