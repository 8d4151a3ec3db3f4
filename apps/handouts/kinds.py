"""The kinds of things that are passed on, each with a card and a short address. Other rooms add their own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from apps.guide.models import Entry, Topic
from apps.handouts import saying
from apps.handouts.saying import Said
from apps.translations.worded import InLanguage

SITE = "site"


@dataclass(frozen=True)
class Kind:
    """What a thing of this kind says in a language, by its name; and everything that is there in that language."""

    one: Callable[[str, str], Said | None]
    every: Callable[[str], Iterator[Said]]


def _one_of(things: Callable[[], Any]) -> Callable[[str, str], Said | None]:
    def one(slug: str, language: str) -> Said | None:
        found = things().filter(slug=slug).first()
        return saying.of(InLanguage(found, language)) if found else None

    return one


def _every(things: Callable[[str], Any]) -> Callable[[str], Iterator[Said]]:
    def every(language: str) -> Iterator[Said]:
        worded = (InLanguage(thing, language) for thing in things(language))
        return (saying.of(one) for one in worded if one.language == language)

    return every


def _site(language: str) -> Iterator[Said]:
    yield saying.site(language)


KINDS = {
    SITE: Kind(lambda slug, language: saying.site(language) if slug == SITE else None, _site),
    "t": Kind(
        _one_of(lambda: Topic.objects), _every(lambda language: Topic.objects.in_language(language).with_entries())
    ),
    "q": Kind(
        _one_of(lambda: Entry.objects.published()),
        _every(lambda language: Entry.objects.published().summarised_in(language)),
    ),
}


def one(kind: str, slug: str, language: str) -> Said | None:
    return KINDS[kind].one(slug, language) if kind in KINDS else None
