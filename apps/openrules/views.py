from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.amina import current
from apps.amina.phrasebook import Phrasebook, phrasebook_in
from apps.guide.views import for_everybody
from apps.openrules import changing, deciding
from apps.openrules import flow as flows
from apps.translations import languages


@require_safe
@for_everybody
def rules(request: HttpRequest) -> HttpResponse:
    return render(request, "openrules/rules.html", deciding.index(_phrases()))


@require_safe
@for_everybody
def rule(request: HttpRequest, id: str) -> HttpResponse:
    if id not in current.rulebook().steps:
        raise Http404
    return render(request, "openrules/rule.html", deciding.rule(current.rulebook().steps[id], _phrases()))


@require_safe
@for_everybody
def changes(request: HttpRequest) -> HttpResponse:
    return render(request, "openrules/changes.html", changing.index(_phrases()))


@require_safe
@for_everybody
def change(request: HttpRequest, id: str) -> HttpResponse:
    day = next((day for day in changing.days() if day.id == id), None)
    if day is None:
        raise Http404
    return render(request, "openrules/change.html", changing.on_day(day, _phrases()))


@require_safe
@for_everybody
def flow(request: HttpRequest) -> HttpResponse:
    return render(request, "openrules/flow.html", flows.context(_phrases()))


def _phrases() -> Phrasebook:
    return phrasebook_in(languages.active())
