"""The entries of the guide as they are searched and as a list of results shows them."""

import re
from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string

from apps.guide.models import Entry
from apps.search import Document
from apps.translations import languages
from apps.translations.worded import InLanguage

TEXTS = {"title": "title", "asked": "asked", "short": "short_answer"}  # the full answer adds bytes and no finds
IN_RUSSIAN = {"title_ru": "title", "asked_ru": "asked"}
SHORTEST = 25  # a first sentence like "No." says nothing by itself
END = re.compile(r"(?<=[.!?…։])\s+")


def published(language: str) -> list[Any]:
    columns = languages.columns(Entry, language, [*TEXTS.values()])
    return list(Entry.objects.published().only(*columns).order_by("slug"))


def documents(entries: list[Any], language: str) -> Iterator[Document]:
    for entry in entries:
        texts = {field: getattr(entry, f"{name}_{language}") or "" for field, name in TEXTS.items()}
        if language != languages.ORIGINAL:
            texts |= {field: getattr(entry, f"{name}_ru") or "" for field, name in IN_RUSSIAN.items()}
        yield Document(entry.slug, texts)


def hit(entry: Any, language: str) -> str:
    """An entry as the results show it, on the server and on the phone."""
    shown = InLanguage(entry, language)
    found = {"entry": shown, "says": first_sentence(shown.short_answer)}
    return " ".join(render_to_string("finding/includes/hit.html", found).split())


def first_sentence(text: str) -> str:
    """The beginning of a text up to the end of the sentence in which it has said something.

    >>> first_sentence("No. You need not go there at all. Call first.")
    'No. You need not go there at all.'
    """
    sentences = END.split(text)
    found = sentences.pop(0)
    while sentences and len(found) < SHORTEST:
        found += " " + sentences.pop(0)
    return found
