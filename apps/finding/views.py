from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from apps.finding.shelf import shelf
from apps.search import Answer, answer

MOST_LETTERS = 200


@never_cache
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The results for a phone without scripts. What was asked is neither kept nor sent on."""
    query = request.GET.get("q", "").replace("\x00", "").strip()[:MOST_LETTERS]
    found = answer(shelf().index, query) if query else None
    response = render(request, "finding/search.html", {"query": query, "results": found and _shown(found)})
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, no_store=True)
    return response


@require_safe
@cache_control(public=True, no_cache=True)
def index(request: HttpRequest) -> HttpResponse:
    """Everything that a phone needs to search by itself."""
    found = shelf()
    return HttpResponse(found.file, content_type="application/json", headers={"ETag": f'"{found.version[:20]}"'})


@require_safe
@cache_control(public=True, max_age=300)
def opensearch(request: HttpRequest) -> HttpResponse:
    """Lets a browser search here from its own field."""
    page = request.build_absolute_uri(reverse("finding:search"))
    kind = "application/opensearchdescription+xml"
    return render(request, "finding/opensearch.xml", {"page": page}, content_type=kind)


def _shown(found: Answer) -> dict[str, object]:
    data = shelf().data
    return {
        "said": data["bands"][found.band],
        "urgent": data["urgent"] if found.urgent else "",
        "hits": [data["hits"][id] for id in found.ids if id in data["hits"]],
    }
