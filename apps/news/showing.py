"""The changes as a reader sees them: what is new, for whom, what to do. Each answer by its newest change."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, Subquery

from apps.amina import current
from apps.amina.phrasebook import Phrasebook, phrasebook_in
from apps.guide import pages
from apps.guide.models import Entry
from apps.news.models import Change
from apps.translations import languages, states
from apps.translations.worded import InLanguage

MOST, IN_A_WEEK, WEEK = 20, 10, timedelta(days=7)


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
        return f"{self.slug}-{self.day}"


def newest(language: str, most: int = MOST, since: date | None = None) -> list[News]:
    own = Change.objects.filter(entry=OuterRef("pk")).order_by("-day")
    entries = (
        Entry.objects.published()
        .in_language(language)
        .annotate(news_on=Subquery(own.values("day")[:1]), is_new=Subquery(own.values("new")[:1]))
    )
    found = pages.with_claims(entries, language).filter(news_on__gte=since or date.min, news_on__lte=current.today())
    ordered = found.order_by("-news_on", "-most_asked", "topic__position", "position")[:most]
    phrases = phrasebook_in(language)
    return [_news(entry, language, phrases) for entry in ordered]


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
