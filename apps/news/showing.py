"""The changes as a reader sees them: what is new, for whom, what to do. Each answer by its newest change."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from apps.amina import current
from apps.amina.phrasebook import Phrasebook, phrasebook_in
from apps.guide import pages
from apps.guide.models import Entry
from apps.guide.querysets import EntryQuerySet
from apps.news.models import Change
from apps.translations import languages, states
from apps.translations.worded import InLanguage

MOST, IN_A_WEEK, WEEK = 20, 10, timedelta(days=7)
ID = re.compile(r"([-\w]+)-(\d{4}-\d\d-\d\d)")


@dataclass(frozen=True)
class News:
    """One answer that came or changed, in the language of the page or, where its translation is late, in Russian."""

    slug: str
    day: date
    new: bool
    language: str
    title: str
    whom: str
    whom_language: str
    to_do: str
    address: str

    @property
    def id(self) -> str:
        return id_of(self.slug, self.day)

    @property
    def page(self) -> str:
        """Its own address in the language of the page."""
        return reverse("news:change", args=[self.id])


def id_of(slug: str, day: date) -> str:
    return f"{slug}-{day}"


def named(id: str) -> tuple[str, date] | None:
    """Which answer and which day an id names."""
    found = ID.fullmatch(id)
    try:
        return (found[1], date.fromisoformat(found[2])) if found else None
    except ValueError:  # a day that no month has
        return None


def newest(language: str, most: int | None = MOST, since: date | None = None) -> list[News]:
    found = pages.with_claims(changed(since).in_language(language), language)
    phrases = phrasebook_in(language)
    return [_news(entry, language, phrases) for entry in found[:most]]


def listed() -> list[tuple[str, date, list[str]]]:
    """What the page of changes names: each by its id, its day, and the languages that the answer is there in."""
    rows = changed().values_list("slug", "news_on", "languages")[:MOST]
    return [(id_of(slug, day), day, codes) for slug, day, codes in rows]


def one(slug: str, language: str) -> News | None:
    """The newest change of an answer, whenever that was."""
    found = pages.with_claims(changed().in_language(language), language).filter(slug=slug).first()
    return _news(found, language, phrasebook_in(language)) if found else None


def changed(since: date | None = None) -> EntryQuerySet:
    """Each public answer that has ever changed, with the day of its newest change."""
    own = Change.objects.filter(entry=OuterRef("pk"), day__lte=current.today()).order_by("-day")
    found: EntryQuerySet = (
        Entry.objects.published()
        .annotate(news_on=Subquery(own.values("day")[:1]), is_new=Subquery(own.values("new")[:1]))
        .filter(news_on__gte=since or date.min)
        .order_by("-news_on", "-most_asked", "topic__position", "position")
    )
    return found


def of_this_week(language: str) -> list[News]:
    return newest(language, IN_A_WEEK, current.today() - WEEK)


def _news(entry: Any, language: str, phrases: Phrasebook) -> News:
    shown = InLanguage(entry, language)
    if _outdated(entry, language):
        shown.language = languages.ORIGINAL
    whom, whom_language = _whom(entry, language, phrases)
    return News(
        entry.slug,
        entry.news_on,
        entry.is_new,
        shown.language,
        shown.title,
        whom,
        whom_language,
        shown.short_answer,
        entry.get_absolute_url(),
    )


def _outdated(entry: Any, language: str) -> bool:
    claims = states.read_claims(entry.claims)
    return states.warning(entry.hashes, languages.written(language), claims) == states.OUTDATED


def _whom(entry: Any, language: str, phrases: Phrasebook) -> tuple[str, str]:
    """Whom it happened to, in the self-check's words, or what the topic is about."""
    happened = phrases.text(f"questions.{entry.event}.label") if entry.event else ""
    if happened:
        return happened, phrases.language
    topic = InLanguage(entry.topic, language)
    return topic.title, topic.language
