from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from apps.guide import addresses, models, pages
from apps.guide.certainty import Certainty
from apps.guide.kinds import MORE
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
    return render(request, "guide/home.html", pages.home(languages.active()))


@require_safe
@for_everybody
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    language = languages.active()
    topic = pages.find(models.Topic, slug, language)
    if topic is None:
        return addresses.moved(models.Topic, slug)
    return render(request, "guide/topic.html", pages.topic(topic, language))


@require_safe
@for_everybody
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    entry = pages.find(models.Entry, slug, languages.active())
    if entry is None:
        return addresses.moved(models.Entry, slug)
    return render(request, "guide/entry.html", pages.entry(entry, languages.active(), timezone.localdate()))


@require_safe
@for_everybody
def contacts(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/contacts.html", pages.contacts(languages.active()))


@require_safe
@for_everybody
def sources(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/sources.html", pages.sources(languages.active()))


@require_safe
@for_everybody
def more_sources(request: HttpRequest, group: str) -> HttpResponse:
    if group not in MORE:
        raise Http404
    return render(request, "guide/more_sources.html", pages.more_sources(group, languages.active()))


@require_safe
@for_everybody
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/about.html", {"levels": list(Certainty)})


@require_safe
@for_everybody
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri("/sitemap.xml")
    return HttpResponse(
        f"User-agent: *\nDisallow: /admin/\nDisallow: /account/\nSitemap: {sitemap}\n", content_type="text/plain"
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return addresses.in_our_spelling(request) or said(request, "404.html", 404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return said(request, "400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return said(request, "403.html", 403)


def server_error(request: HttpRequest) -> HttpResponse:
    return said(request, "500.html", 500)


def said(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """A page about what went wrong, in the language of the address, or else of the reader."""
    with translation.override(_language_of(request.path)):
        return render(request, template, {"nowhere": status == 404}, status=status)


def _language_of(path: str) -> str:
    code = path.strip("/").partition("/")[0]
    return code if code in languages.OWN_NAMES else languages.active()
