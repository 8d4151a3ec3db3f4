"""The sources, entries and contacts that a result points to, in one language, fetched once."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.db.models import F

from apps.guide.citations import Citation, cited
from apps.guide.models import Contact, Entry, Source
from apps.rules import Step
from apps.translations import kept
from apps.translations.worded import InLanguage

TROUBLE_TOPIC = "trouble"
# Whose citizens a contact serves; the others serve everybody.
CITIZENS_OF = {
    "kyrgyz-embassy": "kg",
    "uzbek-agency": "uz",
    "tajik-office": "tj",
    "moldova-embassy": "md",
    "azerbaijan-embassy": "az",
    "armenia-embassy": "am",
    "kazakhstan-embassy": "kz",
    "georgia-section": "ge",
    "ukraine-none": "ua",
}
MAP = "https://yandex.ru/maps/?text={place}"


@dataclass(frozen=True)
class Link:
    """An entry of the guide, or this page in another language."""

    address: str
    title: str
    language: str


@dataclass(frozen=True)
class Reachable:
    """A contact that can be called, visited or opened; `country` is empty where it serves everybody."""

    contact: InLanguage
    country: str
    map: str


class Shelf:
    def __init__(self, language: str, codes: Collection[str]) -> None:
        self.language = language
        known: dict[str, Citation] = kept.of(f"citations.{language}", lambda: _citations(language))
        self.citations = {code: citation for code, citation in known.items() if code in codes}
        self.entries: list[Any] = kept.of(f"entries.{language}", lambda: _entries(language))

    def citations_of(self, step: Step) -> list[Citation]:
        return [self.citations[code] for code in step.sources if code in self.citations]

    def entry_of(self, step: Step) -> Link | None:
        return next((self.link(entry) for entry in self.entries if step.id in entry.steps), None)

    def afterwards(self) -> dict[str, Any]:
        """What stands below every result, whatever was answered."""
        contacts = kept.of(f"contacts.{self.language}", lambda: list(_contacts(self.language)))
        return {
            "troubles": [self.link(entry) for entry in self.entries if entry.topic_slug == TROUBLE_TOPIC],
            "contacts": [self._reachable(one) for one in contacts if one.phone or one.address_ru or one.site],
        }

    def _reachable(self, contact: Contact) -> Reachable:
        place = MAP.format(place=quote(contact.address_ru)) if contact.address_ru else ""
        return Reachable(InLanguage(contact, self.language), CITIZENS_OF.get(contact.slug, ""), place)

    def link(self, entry: Entry) -> Link:
        worded = InLanguage(entry, self.language)
        return Link(entry.get_absolute_url(), worded.title, worded.language)


def _citations(language: str) -> dict[str, Citation]:
    sources = Source.objects.published().in_language(language).order_by("code")
    return {source.code: cited(InLanguage(source, language)) for source in sources}


def _contacts(language: str) -> Any:
    return Contact.objects.published().in_language(language)


def _entries(language: str) -> list[Any]:
    return list(Entry.objects.published().titled_in(language).annotate(topic_slug=F("topic__slug")))
