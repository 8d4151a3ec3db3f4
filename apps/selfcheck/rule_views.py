from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from apps.guide.views import for_everybody
from apps.selfcheck import amina, changing, deciding
from apps.selfcheck import flow as flows
from apps.selfcheck.words import Words, words_in


@require_safe
@for_everybody
def rules(request: HttpRequest) -> HttpResponse:
    return render(request, "selfcheck/rules.html", deciding.index(_words()))


@require_safe
@for_everybody
def rule(request: HttpRequest, id: str) -> HttpResponse:
    if id not in amina.rulebook().steps:
        raise Http404
    return render(request, "selfcheck/rule.html", deciding.rule(amina.rulebook().steps[id], _words()))


@require_safe
@for_everybody
def changes(request: HttpRequest) -> HttpResponse:
    return render(request, "selfcheck/changes.html", changing.index(_words()))


@require_safe
@for_everybody
def change(request: HttpRequest, id: str) -> HttpResponse:
    day = next((day for day in changing.days() if day.id == id), None)
    if day is None:
        raise Http404
    return render(request, "selfcheck/change.html", changing.on_day(day, _words()))


@require_safe
@for_everybody
def flow(request: HttpRequest) -> HttpResponse:
    return render(request, "selfcheck/flow.html", flows.context(_words()))


def _words() -> Words:
    return words_in(translation.get_language() or "ru")
