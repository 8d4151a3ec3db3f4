"""What each public page shows, in one language, with few queries."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from apps.guide import models, pictures, rendering, shelf, subheadings
from apps.guide.citations import cited
from apps.guide.kinds import AUTHORITIES, MORE, SourceKind
from apps.guide.querysets import SourceQuerySet
from apps.translations import languages, states
from apps.translations.models import TranslationState
from apps.translations.worded import InLanguage

MOST_ASKED = 8

# What happens to people and cannot wait, in few words, and the entry or, of several, the topic that answers.
HAPPENED = {
    "phone-lost": _("I lost my phone"),
    "warning-received": _("I got a warning"),
    "moved": _("I moved"),
    "trouble": _("The app does not work"),
}

Page = dict[str, Any]


def home(language: str) -> Page:
    topics = models.Topic.objects.in_language(language).with_entries()
    entries = shelf.titles(language).entries
    places = {topic.slug: topic for topic in topics} | {slug: entry.thing for slug, entry in entries.items()}
    return {
        "happened": [(label, places[slug].get_absolute_url()) for slug, label in HAPPENED.items() if slug in places],
        "topics": _shown(topics, language),
        "most_asked": [entry for entry in entries.values() if entry.thing.most_asked][:MOST_ASKED],
    }


def topic(topic: models.Topic, language: str) -> Page:
    entries = models.Entry.objects.published().filter(topic=topic).summarised_in(language).order_by("position")
    shown, listed = InLanguage(topic, language), _shown(with_claims(entries, language), language)
    return {
        "topic": shown,
        "parts": list(subheadings.parts(topic.known_as, listed)),
        "available": topic.languages,
        "translation_warning": _worst_warning([shown, *listed]),
    }


def entry(entry: models.Entry, language: str, today: date) -> Page:
    shown = InLanguage(entry, language)
    titles = shelf.titles(language)
    cites = titles.cites.get(entry.pk, [])
    sources = [source for key, source in shelf.sources(shown.language).items() if key in cites]
    return {
        "entry": shown,
        "topic": InLanguage(entry.topic, language),
        "picture": pictures.BESIDE.get(entry.known_as),
        "body": rendering.html(shown.body, titles.entries.keys()),
        "sources": [source.citation for source in sources],
        "whose_words": ", ".join(dict.fromkeys(str(source.kind.label) for source in sources)),
        "related": titles.related.get(entry.pk, []),
        "available": entry.languages,
        "overdue": entry.confirm_by() < today,
        "translation_warning": _worst_warning([shown]),
    }


def contacts(language: str) -> Page:
    found = models.Contact.objects.published().in_language(language)
    return list_of_contacts(with_claims(found, language), language)


def list_of_contacts(found: Iterable[models.Contact], language: str) -> Page:
    contacts = _shown(found, language)
    prefetch_related_objects([contact.thing for contact in contacts], Prefetch("sources", _sources(language)))
    return {
        "contacts": [
            (contact, [cited(source) for source in _shown(contact.thing.sources.all(), language)])
            for contact in contacts
        ],
        "translation_warning": _worst_warning(contacts),
    }


def sources(language: str) -> Page:
    return list_of_sources(_of_kinds(AUTHORITIES, language), language)


def more_sources(group: str, language: str) -> Page:
    return {**list_of_sources(_of_kinds(MORE[group], language), language), "title": _named(MORE[group])}


def list_of_sources(found: Iterable[models.Source], language: str) -> Page:
    sources = _shown(found, language)
    more = {group: _named(kinds) for group, kinds in MORE.items()}
    return {"sources": list(map(cited, sources)), "more": more, "translation_warning": _worst_warning(sources)}


def find(kind: Any, slug: str, language: str) -> Any:
    """Return the public topic or entry at an address, with what is known of its translation, or None."""
    return next(iter(_public(kind, language).filter(slug=slug)), None)


@cache
def _public(kind: Any, language: str) -> Any:
    """All of a kind, asked for in words that are put together once; an address leads to one, so in no order."""
    return with_claims(kind.objects.published().in_language(language), language).order_by()


def _of_kinds(kinds: Iterable[SourceKind], language: str) -> Any:
    return with_claims(_sources(language).cited().of_kinds(kinds), language)


def _named(kinds: Iterable[SourceKind]) -> str:
    return " · ".join(str(kind.label) for kind in kinds)


def with_claims(things: Any, language: str) -> Any:
    """Put what is known of each translation beside its thing, without a query more."""
    kind = things.model._meta.model_name
    return things.annotate(claims=TranslationState.objects.beside(kind, languages.written(language)))


def _worst_warning(shown: list[InLanguage]) -> str:
    """What a reader must be told of the translations on a page: the worst of them counts."""
    warnings = [
        states.warning(one.thing.hashes, languages.written(one.language), states.read_claims(one.thing.claims))
        for one in shown
    ]
    return max(warnings, key=states.WARNINGS.index, default="")


def _sources(language: str) -> SourceQuerySet:
    return models.Source.objects.published().in_language(language).best_first()


def _shown(things: Any, language: str) -> list[InLanguage]:
    return [InLanguage(thing, language) for thing in things]
