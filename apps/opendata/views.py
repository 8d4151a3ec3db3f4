from functools import wraps
from pathlib import Path
from typing import Any

from csp.constants import NONE
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from apps.guide import addresses, models, pages
from apps.guide.views import for_everybody
from apps.opendata import contents, embedding
from apps.translations import languages, states
from apps.translations.worded import InLanguage

SCHEMAS = Path(__file__).parent / "schemas"
ANYWHERE = {"frame-ancestors": ["*"], "script-src": [NONE], "connect-src": [NONE], "form-action": [NONE]}


def for_all_sites(view: Any) -> Any:
    """Scripts of other sites may read it, and other sites may show it."""

    @wraps(view)
    def shared(*given: Any, **named: Any) -> HttpResponse:
        response: HttpResponse = view(*given, **named)
        response["Access-Control-Allow-Origin"] = "*"
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return shared


@require_safe
@for_everybody
@for_all_sites
def entries(request: HttpRequest, language: str) -> HttpResponse:
    if language not in languages.OWN_NAMES:
        raise Http404
    return HttpResponse(contents.entries(language), content_type="application/json")


@require_safe
@for_everybody
@for_all_sites
def data(request: HttpRequest, name: str) -> HttpResponse:
    made = {"rulebook": contents.rulebook, "facts": contents.facts, "changes": contents.changes}
    if name not in made:
        raise Http404
    return HttpResponse(made[name](), content_type="application/json")


@require_safe
@for_everybody
@for_all_sites
def schema(request: HttpRequest, name: str) -> HttpResponse:
    if name not in contents.NAMES:
        raise Http404
    return HttpResponse((SCHEMAS / f"{name}.json").read_bytes(), content_type="application/schema+json")


@require_safe
@for_everybody
@for_all_sites
@xframe_options_exempt
@csp_replace(ANYWHERE)  # type: ignore[arg-type]  # its types know no view with a slug
def embed(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """One answer for the page of somebody else: the only page of ours that may stand in a frame."""
    if language not in languages.OWN_NAMES:
        raise Http404
    with translation.override(language):
        entry = pages.find(models.Entry, slug, language)
        if entry is None:
            return HttpResponsePermanentRedirect(f"/embed{addresses.moved(models.Entry, slug).url}")
        shown = InLanguage(entry, language)
        claims = states.read_claims(entry.claims)
        late = states.warning(entry.hashes, languages.written(shown.language), claims) == states.OUTDATED
        response = render(request, "opendata/embed.html", {"entry": shown, "late": late})
    response["Content-Language"] = language
    return response


@require_safe
@for_everybody
@for_all_sites
def oembed(request: HttpRequest) -> HttpResponse:
    """How to embed the answer at an address of ours: https://oembed.com, in JSON."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse(status=501)
    named = embedding.named(request.GET.get("url", ""))
    entry = named and pages.find(models.Entry, named.slug, named.language)
    if not named or not entry:
        raise Http404
    title = InLanguage(entry, named.language).title
    return JsonResponse(embedding.told(named, title, request.GET), json_dumps_params={"ensure_ascii": False})
