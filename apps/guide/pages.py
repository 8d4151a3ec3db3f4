"""What each public page shows, in one language, with few queries."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from apps.guide import models, rendering, sharing
from apps.guide.citations import cited
from apps.guide.kinds import OTHERS
from apps.guide.querysets import SourceQuerySet
from apps.translations import languages, states
from apps.translations.models import TranslationState
from apps.translations.worded import InLanguage

NEWEST = 3
STAGES = "since-when"  # the entry that tells when each stage began
MOST_ASKED = 8


def home(request: HttpRequest) -> HttpResponse:
    topics = models.Topic.objects.in_language(languages.active()).with_entries()
    entries = list(models.Entry.objects.published().newest().titled_in(languages.active()))
    context = {
        "topics": [InLanguage(topic, languages.active()) for topic in topics],
        "newest": _worded(sorted(entries, key=lambda entry: entry.slug != STAGES)[:NEWEST]),
        "most_asked": _worded([entry for entry in entries if entry.most_asked][:MOST_ASKED]),
    }
    return render(request, "guide/home.html", context)


def topic(request: HttpRequest, topic: models.Topic) -> HttpResponse:
    found = models.Entry.objects.published().filter(topic=topic).summarised_in(languages.active()).order_by("position")
    words, entries = InLanguage(topic, languages.active()), _worded(with_claims(found, "entry"))
    context = {
        "topic": words,
        "entries": entries,
        "available": topic.languages,
        "translation_warning": _worst_warning([words, *entries]),
    }
    return render(request, "guide/topic.html", context)


def entry(request: HttpRequest, entry: models.Entry) -> HttpResponse:
    words = InLanguage(entry, languages.active())
    neighbours = _neighbours(entry, words)
    context = {
        "entry": words,
        "topic": InLanguage(entry.topic, languages.active()),
        "body": rendering.html(words.body, {neighbour.slug for neighbour in neighbours}),
        "sources": [cited(InLanguage(source, words.language)) for source in _sources().filter(entries=entry)],
        "related": _worded([neighbour for neighbour in neighbours if neighbour.is_related]),
        "share": sharing.links(request, words.title),
        "available": entry.languages,
        "overdue": entry.confirm_by() < timezone.localdate(),
        "translation_warning": _worst_warning([words]),
    }
    return render(request, "guide/entry.html", context)


def contacts(request: HttpRequest) -> HttpResponse:
    found = models.Contact.objects.in_language(languages.active()).with_sources(_sources())
    contacts = [
        (
            InLanguage(contact, languages.active()),
            [cited(InLanguage(source, languages.active())) for source in contact.sources.all()],
        )
        for contact in with_claims(found, "contact")
    ]
    warning = _worst_warning([contact for contact, _ in contacts])
    return render(request, "guide/contacts.html", {"contacts": contacts, "translation_warning": warning})


def sources(request: HttpRequest) -> HttpResponse:
    return _list_of(request, _sources().cited().with_a_say(), "guide/sources.html")


def other_sources(request: HttpRequest) -> HttpResponse:
    return _list_of(request, _sources().cited().others(), "guide/other_sources.html")


def _list_of(request: HttpRequest, found: SourceQuerySet, template: str) -> HttpResponse:
    sources = [InLanguage(source, languages.active()) for source in with_claims(found, "source")]
    context = {
        "sources": list(map(cited, sources)),
        "others": OTHERS,
        "translation_warning": _worst_warning(sources),
    }
    return render(request, template, context)


def with_claims(found: Any, kind: str) -> Any:
    """Put what is known of each translation beside things of a kind, without a query more."""
    claims = TranslationState.objects.beside(kind, languages.written(languages.active()))
    return found.annotate(claims=claims)


def _worst_warning(shown: list[InLanguage]) -> str:
    """What a reader must be told of the translations on a page: the worst of them counts."""
    warnings = [
        states.warning(words.thing.hashes, languages.written(words.language), states.read_claims(words.thing.claims))
        for words in shown
    ]
    return max(warnings, key=states.WARNINGS.index, default="")


def _sources() -> SourceQuerySet:
    return models.Source.objects.in_language(languages.active()).best_first()


def _worded(entries: Any) -> list[InLanguage]:
    return [InLanguage(entry, languages.active()) for entry in entries]


def _neighbours(entry: models.Entry, words: InLanguage) -> list[Any]:
    """The published entries that this one links to or is related to, in one query."""
    return list(
        models.Entry.objects.published().around(entry, rendering.entry_links(words.body)).titled_in(languages.active())
    )
