"""What the pages of the guide have in common, read once for all of them: titles, what leads where, who is cited."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from apps.guide.citations import Citation, cited
from apps.guide.kinds import SourceKind
from apps.guide.models import Entry, Source
from apps.translations import kept
from apps.translations.worded import InLanguage

_RELATED: Any = Entry.related.through  # the stubs take a thing that leads to its own kind for nothing


@dataclass(frozen=True)
class Titles:
    """Every published entry by its slug, in the order of topics, and by its key those it is related to and its sources."""

    entries: Mapping[str, InLanguage]
    related: Mapping[int, list[InLanguage]]
    cites: Mapping[int, list[int]]


@dataclass(frozen=True)
class Cited:
    kind: SourceKind
    citation: Citation


def titles(language: str) -> Titles:
    found: Titles = kept.of(f"guide.titles.{language}", lambda: _titles(language))
    return found


def sources(language: str) -> dict[int, Cited]:
    """Every published source by its key, the best first."""
    found: dict[int, Cited] = kept.of(f"guide.sources.{language}", lambda: _sources(language))
    return found


def _titles(language: str) -> Titles:
    entries = {entry.pk: InLanguage(entry, language) for entry in Entry.objects.published().titled_in(language)}
    order = {key: place for place, key in enumerate(entries)}
    related = _lists(_RELATED.objects.values_list("from_entry_id", "to_entry_id"))
    return Titles(
        {entry.thing.slug: entry for entry in entries.values()},
        {one: [entries[key] for key in sorted(order.keys() & keys, key=order.__getitem__)] for one, keys in related},
        dict(_lists(Entry.sources.through.objects.values_list("entry_id", "source_id"))),
    )


def _sources(language: str) -> dict[int, Cited]:
    found = Source.objects.published().in_language(language).best_first()
    return {source.pk: Cited(SourceKind(source.kind), cited(InLanguage(source, language))) for source in found}


def _lists(pairs: Iterable[tuple[int, int]]) -> Iterable[tuple[int, list[int]]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
    return found.items()
