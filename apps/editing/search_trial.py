"""For editors: what readers would find for a question, why, and which entries too few wordings lead to."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from apps.editing import roles
from apps.finding.shelf import shelf
from apps.guide.models import Entry
from apps.search import answer, find, parts
from apps.search.answering import ANSWERS, CLOSE
from apps.translations import languages

ENOUGH = 12
SHOWN, LONGEST = 10, 200


class FewWordings(admin.SimpleListFilter):
    """Finds the entries that people's own words hardly lead to, by language."""

    title = _("few wordings")
    parameter_name = "few_wordings"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(code, languages.OWN_NAMES[code]) for code in languages.CODES]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        code = self.value()
        if code not in languages.CODES:
            return queryset
        asked = Entry.objects.values_list("pk", f"asked_{code}")
        return queryset.filter(pk__in=[pk for pk, text in asked if len((text or "").splitlines()) < ENOUGH])


def trial(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The page on which a question is tried."""
    known = [*roles.own_languages(request.user), *languages.CODES]
    language = request.GET.get("in", "") if request.GET.get("in") in languages.CODES else known[0]
    query = request.GET.get("q", "")[:LONGEST]
    found = {"query": query, "language": language, "languages": [(code, languages.OWN_NAMES[code]) for code in known]}
    found["languages"] = list(dict.fromkeys(found["languages"]))
    return TemplateResponse(request, "admin/search_trial.html", {**context, **found, **_tried(query, language)})


def _tried(query: str, language: str) -> dict[str, Any]:
    with translation.override(language):
        index = shelf().index
    found, by_word = find(index, query), parts(index, query)
    rows = [(hit, [by_word[word].get(hit.id, 0) for word in by_word]) for hit in found.hits[:SHOWN]]
    bands = {"sureness": found.sureness, "answers": ANSWERS, "close": CLOSE}
    return {"words": list(by_word), "rows": rows, "answer": answer(index, query)} | bands
