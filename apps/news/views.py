from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.guide import addresses
from apps.guide.models import Entry
from apps.guide.views import for_everybody
from apps.news import feeds, showing
from apps.news.models import Change
from apps.translations import languages


@require_safe
@for_everybody
def changes(request: HttpRequest) -> HttpResponse:
    return render(request, "news/changes.html", {"found": showing.newest(languages.active())})


@require_safe
@for_everybody
def change(request: HttpRequest, id: str) -> HttpResponse:
    """One change at its own address; that of an older one leads to the newest of the same answer."""
    named = showing.named(id)
    if named is None:
        raise Http404
    news = showing.one(named[0], languages.active())
    if news is None:
        return addresses.moved(Entry, named[0])
    if news.id == id:
        return render(request, "news/change.html", {"news": news})
    if Change.objects.filter(entry__slug=named[0], day=named[1]).exists():
        return HttpResponseRedirect(news.page)
    raise Http404


@require_safe
@for_everybody
def week(request: HttpRequest) -> HttpResponse:
    """The changes of seven days as one text, ready to paste into a chat."""
    found = showing.of_this_week(languages.active())
    return render(request, "news/week.html", {"text": feeds.digest(found) if found else ""})


@require_safe
@for_everybody
def atom(request: HttpRequest) -> HttpResponse:
    text = feeds.atom(showing.newest(languages.active()), languages.active(), request.path)
    return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")


@require_safe
@for_everybody
def json(request: HttpRequest) -> JsonResponse:
    found = feeds.json(showing.newest(languages.active()), languages.active(), request.path)
    return JsonResponse(found, content_type="application/feed+json", json_dumps_params={"ensure_ascii": False})
