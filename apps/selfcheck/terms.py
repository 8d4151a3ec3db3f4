"""By when, for a reader: a deadline's day with its weekday and how near it is, and its readings in words."""

from dataclasses import dataclass
from datetime import date

from apps.amina.phrasebook import Phrasebook
from apps.rules import Due, Step
from apps.translations.templatetags.dates import brief_day, day, weekday

NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


@dataclass(frozen=True)
class Term:
    """One reading of a deadline, in words and, where it can be computed, as a day."""

    text: str
    day: str
    weekday: str
    beyond_calendar: bool


@dataclass(frozen=True)
class When:
    """A day if one is known, how near it is, the term in words, and its readings if there are several."""

    day: str
    brief: str
    weekday: str
    near: str
    distance: int
    late: bool
    text: str
    terms: list[Term]
    beyond_calendar: bool
    exactly: bool
    recheck: bool


def when(due: Due, step: Step, on: date, phrases: Phrasebook) -> When:
    terms = [
        Term(phrases.text(f"steps.{step.id}.readings.{found.reading.id}"), *_written(found.day), found.beyond_calendar)
        for found in due.readings
    ]
    distance = (due.day - on).days if due.day else 0
    return When(
        *_in_words(due.day),
        NEAR.get(distance, "past" if distance < 0 else "ahead") if due.day else "",
        abs(distance),
        distance < 0,
        phrases.text(f"steps.{step.id}.deadline"),
        terms if len(terms) > 1 else [],
        due.beyond_calendar,
        any(found.reading.days == 0 for found in due.readings),
        step.id in phrases.recheck,
    )


def _in_words(known: date | None) -> tuple[str, str, str]:
    return (day(known), brief_day(known), weekday(known)) if known else ("", "", "")


def _written(known: date | None) -> tuple[str, str]:
    return (day(known), weekday(known)) if known else ("", "")
