from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from apps.guide import addresses, models, pages
from apps.translations import languages

for_everybody = cache_control(public=True, max_age=300)


@require_safe
def choose_language(request: HttpRequest) -> HttpResponseRedirect:
    with translation.override(translation.get_language_from_request(request)):
        response = redirect("guide:home")
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
@for_everybody
def home(request: HttpRequest) -> HttpResponse:
    return pages.home(request)


@require_safe
@for_everybody
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    topics = models.Topic.objects.in_language(languages.active())
    topic = pages.with_claims(topics, "topic").filter(slug=slug).first()
    return pages.topic(request, topic) if topic else addresses.moved(models.Topic, slug)


@require_safe
@for_everybody
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    entries = models.Entry.objects.published().in_language(languages.active())
    entry = pages.with_claims(entries, "entry").filter(slug=slug).first()
    return pages.entry(request, entry) if entry else addresses.moved(models.Entry, slug)


@require_safe
@for_everybody
def contacts(request: HttpRequest) -> HttpResponse:
    return pages.contacts(request)


@require_safe
@for_everybody
def sources(request: HttpRequest) -> HttpResponse:
    return pages.sources(request)


@require_safe
@for_everybody
def other_sources(request: HttpRequest) -> HttpResponse:
    return pages.other_sources(request)


@require_safe
@for_everybody
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/about.html")


@require_safe
@for_everybody
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri("/sitemap.xml")
    return HttpResponse(
        f"User-agent: *\nDisallow: /admin/\nDisallow: /account/\nSitemap: {sitemap}\n", content_type="text/plain"
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    with translation.override(_language_of(request.path)):
        return render(request, "404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    with translation.override(_language_of(request.path)):
        return render(request, "400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    with translation.override(_language_of(request.path)):
        return render(request, "500.html", status=500)


def _language_of(path: str) -> str:
    code = path.strip("/").partition("/")[0]
    return code if code in languages.OWN_NAMES else languages.active()
