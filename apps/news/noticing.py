"""Notices changes of meaning as they are saved, whoever saves them."""

from collections.abc import Mapping
from typing import Any

from apps.amina import current
from apps.guide.models import Entry
from apps.news.models import Change
from apps.translations import languages
from apps.translations.states import Edit, Severity

PUBLISHED = "published"  # why an editor's edit makes an entry public


def notice(sender: type[Entry], thing: Entry, before: Mapping[str, str], edit: Edit, **rest: Any) -> None:
    if not thing.published:
        return
    if edit.by is None:
        _shipped(thing)
    elif edit.why == PUBLISHED and not thing.changes.exists():
        _today(thing, new=True)
    elif edit.severity == Severity.MEANING and _russian(before) != _russian(thing.hashes):
        _today(thing)


def _shipped(thing: Entry) -> None:
    """What comes with a release says itself on which day its meaning changed."""
    if thing.changed_on:
        Change.objects.get_or_create(entry=thing, day=thing.changed_on)


def _today(thing: Entry, **said: Any) -> None:
    """The answer itself says the day to messengers, search engines and the sitemap."""
    thing.changed_on = current.today()
    Entry.objects.filter(pk=thing.pk).update(changed_on=thing.changed_on)
    Change.objects.get_or_create(entry=thing, day=thing.changed_on, defaults=said)


def _russian(hashes: Mapping[str, str]) -> str:
    return hashes.get(languages.ORIGINAL, "")
