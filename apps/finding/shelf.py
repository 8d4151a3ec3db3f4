"""What is searched in one language, kept in memory until a text changes."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache as cached
from functools import cached_property
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.translation import gettext

from apps.finding import entries, subjects
from apps.guide.models import Entry
from apps.search import Index, build, of
from apps.translations import kept, languages

SECONDS = 15
BANDS = ("answers", "close", "nothing")
_kept: dict[str, "Shelf"] = {}


@dataclass(frozen=True)
class Shelf:
    """The index of a language as data, and every result as it is shown."""

    version: str
    data: dict[str, Any]

    @cached_property
    def index(self) -> Index:
        return Index(self.data["index"])

    @cached_property
    def file(self) -> str:
        return json.dumps(self.data, ensure_ascii=False, separators=(",", ":"))


def shelf() -> Shelf:
    """The shelf of the active language; a change of a text shows with the next version, or after at most 15 seconds."""
    found: Shelf = kept.of("search", _now)
    return found


def _now() -> Shelf:
    language = languages.active()
    version = _version(language)
    found = _kept.get(language)
    if found is None or found.version != version:
        found = _kept[language] = Shelf(version, _data(language))
    return found


@cached
def scripts() -> list[str]:
    """The modules of the search, as static files."""
    folder = Path(str(finders.find("js/search")))
    return [f"js/search/{file.name}" for file in sorted(folder.glob("*.js"))]


def _data(language: str) -> dict[str, Any]:
    written, found = languages.written(language), entries.published(language)
    documents = [*entries.documents(found, written), *subjects.matters(written)]
    return {
        "index": build(documents, of(written)),
        "hits": {entry.slug: entries.hit(entry, language) for entry in found},
        "bands": {band: _said({"band": band}) for band in BANDS},
        "urgent": _said({"urgent": True}),
        "count": gettext("Answers found: %(number)s"),
    }


def _said(known: dict[str, Any]) -> str:
    return " ".join(render_to_string("finding/includes/said.html", known).split())


def _version(language: str) -> str:
    key = f"finding.{language}"
    found: str | None = cache.get(key)
    if found is None:
        names = languages.columns(Entry, language, languages.translated_fields(Entry))
        rows = Entry.objects.published().order_by("pk").values_list(*names)
        found = hashlib.sha256("".join(map(repr, rows)).encode()).hexdigest()
        cache.set(key, found, SECONDS)
    return found
