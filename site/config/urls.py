from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from apps.editing import handbook
from apps.guide import views
from apps.offline.views import service_worker, sitemap

admin.site.site_header = admin.site.site_title = _("Amina Guide")
admin.site.index_title = _("Texts, sources and editors")

urlpatterns = [
    path("", views.choose_language, name="choose_language"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("service-worker.js", service_worker, name="service_worker"),
    path("", include("apps.handouts.neutral_urls")),
    path("admin/handbook/", admin.site.admin_view(handbook.show), name="handbook"),
    path("admin/handbook/<slug:page>/", admin.site.admin_view(handbook.show), name="handbook_page"),
    path("admin/handbook/pictures/<str:name>", admin.site.admin_view(handbook.picture), name="handbook_picture"),
    path("admin/", admin.site.urls),
    path("account/", include("apps.accounts.urls")),
    path("", include("apps.opendata.urls")),
    *i18n_patterns(
        path("", include("apps.offline.urls")),
        path("", include("apps.mirrors.urls")),
        path("", include("apps.handouts.urls")),
        path("", include("apps.finding.urls")),
        path("", include("apps.selfcheck.urls")),
        path("", include("apps.openrules.urls")),
        path("", include("apps.asking.urls")),
        path("", include("apps.news.urls")),
        path("", include("apps.guide.urls")),
    ),
]

handler400 = "apps.guide.views.bad_request"
handler403 = "apps.guide.views.forbidden"
handler404 = "apps.guide.views.not_found"
handler500 = "apps.guide.views.server_error"
