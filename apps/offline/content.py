"""Whether anything that readers see in a language has changed since a pack was made."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.db import models as django_models

from apps.amina.models import Phrase, ReCheck
from apps.asking.models import PublicQuestion
from apps.guide.models import Contact, Entry, Source, Topic
from apps.news.models import Change
from apps.offline import releases
from apps.translations import kept, languages

THINGS: list[type[django_models.Model]] = [Topic, Source, Entry, Contact, Phrase]
LINKS: list[type[django_models.Model]] = [Entry.sources.through, Entry.related.through, Contact.sources.through]
# In one language each, or without words for readers.
PLAIN: list[type[django_models.Model]] = [PublicQuestion, ReCheck, Change]


def fingerprint(language: str) -> str:
    """A hash of the release and of every row in this language and Russian."""
    found: str = kept.of(f"offline.content.{language}", lambda: _fingerprint(language))
    return found


def _fingerprint(language: str) -> str:
    digest = hashlib.sha256(releases.fingerprint().encode())
    for row in _rows(language):
        digest.update(repr(row).encode())
    return digest.hexdigest()


def _rows(language: str) -> Iterator[tuple[Any, ...]]:
    for thing in THINGS:
        names = languages.columns(thing, language, languages.translated_fields(thing))
        yield from thing._default_manager.order_by("pk").values_list(*names)
    for link in [*LINKS, *PLAIN]:
        yield from link._default_manager.order_by("pk").values_list()
