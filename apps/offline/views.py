from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from apps.guide import models
from apps.offline import packs, releases
from apps.offline import sitemap as addresses
from apps.translations import languages
from apps.translations.worded import InLanguage

unchanged_or_new = cache_control(public=True, no_cache=True)
for_everybody = cache_control(public=True, max_age=300)

ICONS = [("icon-192.png", "192x192", "any maskable"), ("icon-512.png", "512x512", "any maskable")]


@require_safe
@unchanged_or_new
def service_worker(request: HttpRequest) -> HttpResponse:
    """The script that serves saved pages; only from the root may it serve the whole site."""
    return HttpResponse(releases.service_worker(), content_type="text/javascript; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page, for search engines, which shall not list the list itself."""
    home = request.build_absolute_uri("/").removesuffix("/")
    return HttpResponse(addresses.xml(home), content_type="application/xml", headers={"X-Robots-Tag": "noindex"})


@require_safe
@unchanged_or_new
def pack(request: HttpRequest) -> HttpResponse:
    """Everything that can be read without internet in one language, in one file of one version."""
    found = packs.pack(request, languages.active())
    headers = {"ETag": f'"{found.version}"', "X-Pack-Size": str(len(found.body))}
    return HttpResponse(found.body, content_type="application/json", headers=headers)


@require_safe
@for_everybody
def offline(request: HttpRequest) -> HttpResponse:
    """What a reader without internet sees instead of a page that is not saved."""
    language = languages.active()
    topics = models.Topic.objects.in_language(language).with_entries()
    entries = models.Entry.objects.published().titled_in(language).order_by("topic__position", "position")
    worded = [InLanguage(entry, language) for entry in entries]
    context = {
        "topics": [
            (InLanguage(topic, language), [entry for entry in worded if entry.thing.topic_id == topic.pk])
            for topic in topics
        ]
    }
    return render(request, "offline/offline.html", context)


@require_safe
@for_everybody
def manifest(request: HttpRequest) -> JsonResponse:
    home = reverse("guide:home")
    icons = [
        {"src": static(f"icons/{name}"), "sizes": sizes, "type": "image/png", "purpose": purpose}
        for name, sizes, purpose in ICONS
    ]
    found = {
        "id": home,
        "name": gettext("Amina Guide"),
        "short_name": gettext("Amina Guide"),
        "description": gettext("independent, free, private"),
        "lang": languages.interface(languages.active()),
        "start_url": home,
        "scope": "/",
        "display": "standalone",
        "background_color": "#fbfaf7",
        "theme_color": "#0b5f59",
        "icons": icons,
    }
    return JsonResponse(found, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})
