"""The public page of a thing, hidden or not, with words that readers do not see yet. A phrase has no page of its own."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone, translation

from apps.editing import texts
from apps.guide import pages
from apps.translations import languages

PAGES: dict[str, tuple[str, Callable[[Any, str], pages.Page]]] = {
    "entry": ("guide/entry.html", lambda entry, language: pages.entry(entry, language, timezone.localdate())),
    "topic": ("guide/topic.html", pages.topic),
    "contact": ("guide/contacts.html", lambda contact, language: pages.list_of_contacts([contact], language)),
    "source": ("guide/sources.html", lambda source, language: pages.list_of_sources([source], language)),
}


def find(kind: str, pk: int, language: str) -> Any:
    return get_object_or_404(pages.with_claims(texts.MODELS[kind].objects.all(), language), pk=pk)


def show(request: HttpRequest, thing: Any, language: str) -> HttpResponse:
    template, page = PAGES[texts.kind_of(thing)]
    thing.languages = languages.filled(thing)
    with translation.override(language):
        return render(request, template, page(thing, language))
