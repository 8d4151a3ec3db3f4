"""From an assessment to what a reader can act on: verdict, steps by urgency, dates, reasons, sources."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F

from apps.amina import answers_in_words, current
from apps.amina.phrasebook import Phrasebook
from apps.amina.timings import TIMINGS
from apps.guide.models import Contact, Entry, Source
from apps.rules import Assessment, Due, Finding, Step, recheck_by
from apps.translations.worded import InLanguage

TROUBLE_TOPIC = "trouble"
VERDICT = "verdict"
MOST_TO_FIND_OUT = 4


@dataclass(frozen=True)
class Term:
    """One reading of a deadline, in words and, where it can be computed, as a day."""

    text: str
    day: date | None
    beyond_calendar: bool


@dataclass(frozen=True)
class When:
    """By when, for a reader: a day if one is known, the term in words, and every reading of it."""

    day: date | None
    late: bool
    text: str
    terms: list[Term]
    beyond_calendar: bool
    exactly: bool


@dataclass(frozen=True)
class Card:
    """A step as it stands on the result page."""

    step: Step
    title: str
    body: str
    certainty: str
    when: When | None
    because: list[tuple[str, str]]
    would_change: list[tuple[str, str]]
    depends_on: list[str]
    sources: list[InLanguage]
    entry: InLanguage | None

    @property
    def for_calendar(self) -> bool:
        """A step with a day that is still to come, or a duty of every day."""
        if self.when:
            return self.when.day is not None and not self.when.late
        return self.step.timing == "daily" and self.step.kind.is_to_do


@dataclass(frozen=True)
class Section:
    id: str
    title: str
    cards: list[Card]


class Shelf:
    """The sources and entries that the cards of one page refer to, fetched once."""

    def __init__(self, assessment: Assessment, language: str) -> None:
        self.language = language
        codes = {code for finding in assessment.findings for code in finding.step.sources}
        self.sources = {source.code: source for source in Source.objects.in_language(language).filter(code__in=codes)}
        entries = Entry.objects.published().titled_in(language).annotate(topic_slug=F("topic__slug"))
        self.entries = [InLanguage(entry, language) for entry in entries]

    def sources_of(self, step: Step) -> list[InLanguage]:
        return [InLanguage(self.sources[code], self.language) for code in step.sources if code in self.sources]

    def entry_of(self, step: Step) -> InLanguage | None:
        return next((entry for entry in self.entries if step.id in entry.thing.steps), None)

    def entries_on(self, topic: str) -> list[InLanguage]:
        return [entry for entry in self.entries if entry.thing.topic_slug == topic]


def context(assessment: Assessment, phrases: Phrasebook) -> dict[str, Any]:
    shelf = Shelf(assessment, phrases.language)
    cards = [_card(finding, assessment, phrases, shelf) for finding in assessment.applying()]
    verdicts = [_card(finding, assessment, phrases, shelf) for finding in assessment.applying(VERDICT)]
    possible = [_card(finding, assessment, phrases, shelf) for finding in assessment.depending(VERDICT)]
    depending = [finding for finding in assessment.depending() if finding.step.kind.is_duty]
    return {
        "verdict": verdicts[0] if verdicts else None,
        "possible_verdicts": list(dict.fromkeys(card.title for card in sorted(possible, key=_strictness))),
        "asked": any(card.step.id in _asks() for card in verdicts + possible),
        "find_out": _to_find_out(assessment, phrases),
        "sections": _sections(cards, assessment.on),
        "depending": [_card(finding, assessment, phrases, shelf) for finding in depending],
        "troubles": shelf.entries_on(TROUBLE_TOPIC),
        "contacts": [
            InLanguage(contact, phrases.language) for contact in Contact.objects.in_language(phrases.language)
        ],
        "on": assessment.on,
        "recheck_by": recheck_by(current.rulebook()),
    }


def _asks() -> tuple[str, ...]:
    """The verdicts under which Amina is asked of a person, or may be."""
    return current.rulebook().exclusive[VERDICT].asks


def _strictness(card: Card) -> int:
    return current.rulebook().exclusive[VERDICT].strictness(card.step.id)


def _certainty(step: Step, assessment: Assessment) -> str:
    """A step is no surer than the verdict that it rests on."""
    return step.certainty.at_most(
        finding.step.certainty for finding in assessment.applying(VERDICT) if finding.step.id in _asks()
    )


def _to_find_out(assessment: Assessment, phrases: Phrasebook) -> list[tuple[str, str]]:
    """The screens and labels of the first questions whose answers would settle most."""
    ids = {id for finding in assessment.findings if finding.step.goal == 1 for id in finding.depends_on}
    ids = ids or {id for finding in assessment.depending() if finding.step.kind.is_duty for id in finding.depends_on}
    open_questions = [question for id, question in current.rulebook().questions.items() if id in ids]
    found = {question.screen: phrases.text(f"questions.{question.id}.label") for question in reversed(open_questions)}
    return list(reversed(found.items()))[:MOST_TO_FIND_OUT]


def _sections(cards: list[Card], on: date) -> list[Section]:
    found: dict[str, list[Card]] = {timing: [] for timing in TIMINGS}
    for card in sorted(cards, key=_most_pressing):
        found["now" if _presses(card, on) else card.step.timing].append(card)
    return [Section(timing, str(TIMINGS[timing]), group) for timing, group in found.items() if group]


def _presses(card: Card, on: date) -> bool:
    """A duty whose day is tomorrow at the latest, or not known, is one for now."""
    if card.when is None or not card.step.kind.is_duty:
        return False
    return card.when.day is None or card.when.day <= on + timedelta(days=1)


def _most_pressing(card: Card) -> tuple[bool, date]:
    # Sorting is stable: what is equally pressing stays in the author's order.
    return not card.step.kind.is_duty, card.when.day if card.when and card.when.day else date.max


def _card(finding: Finding, assessment: Assessment, phrases: Phrasebook, shelf: Shelf) -> Card:
    step, questions = finding.step, current.rulebook().questions
    reasons = [questions[id] for id in reversed(finding.because)]
    return Card(
        step,
        phrases.text(f"steps.{step.id}.title"),
        phrases.text(f"steps.{step.id}.body"),
        _certainty(step, assessment),
        _when(finding.due, step, assessment.on, phrases) if finding.due else None,
        [answers_in_words.given(question, assessment.answers, phrases) for question in reasons],
        [answers_in_words.options(questions[id], options, phrases) for id, options in finding.would_change.items()],
        [phrases.text(f"questions.{id}.label") for id in finding.depends_on],
        shelf.sources_of(step),
        shelf.entry_of(step),
    )


def _when(due: Due, step: Step, on: date, phrases: Phrasebook) -> When:
    terms = [
        Term(phrases.text(f"steps.{step.id}.readings.{found.reading.id}"), found.day, found.beyond_calendar)
        for found in due.readings
    ]
    late = due.day is not None and due.day < on
    exactly = any(found.reading.days == 0 for found in due.readings)
    return When(due.day, late, phrases.text(f"steps.{step.id}.deadline"), terms, due.beyond_calendar, exactly)
