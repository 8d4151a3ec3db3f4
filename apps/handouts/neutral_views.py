from io import BytesIO

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from apps.guide.views import for_everybody
from apps.handouts import pictures, short
from apps.handouts.cards import SHAPES
from apps.translations import languages

for_ever = cache_control(public=True, immutable=True, max_age=31_536_000)


@require_safe
def picture(request: HttpRequest, language: str, kind: str, slug: str, shape: str, name: str) -> HttpResponse:
    """A picture under its own name for ever; under an older name, the way to what it would show now."""
    body = pictures.on_disk(request.path)
    if body is None:
        known = language in languages.OWN_NAMES and shape in SHAPES
        found = pictures.current(language, kind, slug, shape) if known else None
        if found is None:
            raise Http404
        if found.path != request.path:
            return for_everybody(lambda _: HttpResponseRedirect(found.path))(request)
        body = found.kept()
    return for_ever(lambda _: HttpResponse(body, content_type="image/png"))(request)


@require_safe
@for_everybody
def icon(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(static("icons/icon-192.png"))


@require_safe
@for_everybody
def code(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """A short address as a QR code for posters, without asking whether anything is there."""
    path = f"/{kind}/{slug}"
    if kind not in short.KINDS or len(path) > short.LONGEST:
        raise Http404
    found = BytesIO()
    segno.make(settings.SITE_ADDRESS + path, error="m", micro=False).save(found, kind="svg", scale=10, xmldecl=False)
    return HttpResponse(found.getvalue(), content_type="image/svg+xml")


@require_safe
def short_entry(request: HttpRequest, slug: str) -> HttpResponse:
    return _to_their_language(request, "guide:entry", slug)


@require_safe
def short_topic(request: HttpRequest, slug: str) -> HttpResponse:
    return _to_their_language(request, "guide:topic", slug)


@require_safe
def short_check(request: HttpRequest, event: str) -> HttpResponse:
    return _to_their_language(request, "selfcheck:check", query=f"?about={event}")


@require_safe
def short_change(request: HttpRequest, id: str) -> HttpResponse:
    return _to_their_language(request, "news:change", id)


@for_everybody
def _to_their_language(request: HttpRequest, name: str, *args: str, query: str = "") -> HttpResponse:
    """Without asking the database: the page itself knows what has moved and what is gone."""
    with translation.override(translation.get_language_from_request(request)):
        response = HttpResponseRedirect(reverse(name, args=args) + query)
    patch_vary_headers(response, ["Accept-Language"])
    return response
