"""From an assessment to what a reader can act on: verdict, steps by urgency, dates, reasons, sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from apps.guide.models import Contact, Entry, Source
from apps.guide.worded import Words as Worded
from apps.rules import Answers, Assessment, Due, Finding, Kind, Question, Step
from apps.selfcheck import amina
from apps.selfcheck.words import Words

TROUBLE_TOPIC = "trouble"

SECTIONS = {
    "now": _("Do this now"),
    "by_date": _("Do this by a date"),
    "daily": _("Do this every day"),
    "when_it_happens": _("Do this when it happens"),
    "know": _("Good to know"),
}


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


@dataclass(frozen=True)
class Card:
    """A step as it stands on the result page."""

    step: Step
    title: str
    body: str
    when: When | None
    because: list[tuple[str, str]]
    would_change: list[tuple[str, str]]
    depends_on: list[str]
    sources: list[Worded]
    entry: Worded | None


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
        self.entries = [Worded(entry, language) for entry in entries]

    def sources_of(self, step: Step) -> list[Worded]:
        return [Worded(self.sources[code], self.language) for code in step.sources if code in self.sources]

    def entry_of(self, step: Step) -> Worded | None:
        return next((entry for entry in self.entries if step.id in entry.thing.steps), None)

    def entries_on(self, topic: str) -> list[Worded]:
        return [entry for entry in self.entries if entry.thing.topic_slug == topic]


def context(assessment: Assessment, words: Words) -> dict[str, Any]:
    shelf = Shelf(assessment, words.language)
    cards = [_card(finding, assessment, words, shelf) for finding in assessment.applying()]
    verdicts = assessment.applying("verdict")
    return {
        "verdict": _card(verdicts[0], assessment, words, shelf) if verdicts else None,
        "possible_verdicts": [_card(finding, assessment, words, shelf) for finding in assessment.depending("verdict")],
        "sections": _sections(cards),
        "depending": [_card(finding, assessment, words, shelf) for finding in assessment.depending()],
        "troubles": shelf.entries_on(TROUBLE_TOPIC),
        "contacts": [Worded(contact, words.language) for contact in Contact.objects.in_language(words.language)],
        "on": assessment.on,
    }


def answer_in_words(question: Question, answers: Answers, words: Words) -> tuple[str, str]:
    """Return the question's label and the reader's answer."""
    return words.text(f"questions.{question.id}.label"), _answer(question, answers, words)


def _answer(question: Question, answers: Answers, words: Words) -> Any:
    if not answers.known(question):
        return gettext("I don't know")
    if question.is_date:
        return answers.days[question.id]
    options = [option for option in question.options if option in answers.options[question.id]]
    return _options_in_words(question, options, words)[1]


def _options_in_words(question: Question, options: Iterable[str], words: Words) -> tuple[str, str]:
    own = {"yes": pgettext("answer", "Yes"), "no": pgettext("answer", "No")}
    texts = (own.get(option) or words.text(f"questions.{question.id}.options.{option}") for option in options)
    return words.text(f"questions.{question.id}.label"), ", ".join(texts)


def _sections(cards: list[Card]) -> list[Section]:
    overdue = [card for card in cards if card.when and card.when.late]
    sections = []
    for timing, title in SECTIONS.items():
        mine = [card for card in cards if card.step.timing == timing and card not in overdue]
        mine = (overdue if timing == "now" else []) + sorted(mine, key=_most_pressing)
        if mine:
            sections.append(Section(timing, str(title), mine))
    return sections


def _most_pressing(card: Card) -> tuple[date, int]:
    return card.when.day if card.when and card.when.day else date.max, list(Kind).index(card.step.kind)


def _card(finding: Finding, assessment: Assessment, words: Words, shelf: Shelf) -> Card:
    step, questions = finding.step, amina.rulebook().questions
    reasons = [questions[id] for id in reversed(finding.because)]
    return Card(
        step,
        words.text(f"steps.{step.id}.title"),
        words.text(f"steps.{step.id}.body"),
        _when(finding.due, step, assessment.on, words) if finding.due else None,
        [answer_in_words(question, assessment.answers, words) for question in reasons],
        [_options_in_words(questions[id], options, words) for id, options in finding.would_change.items()],
        [words.text(f"questions.{id}.label") for id in finding.depends_on],
        shelf.sources_of(step),
        shelf.entry_of(step),
    )


def _when(due: Due, step: Step, on: date, words: Words) -> When:
    terms = [
        Term(words.text(f"steps.{step.id}.readings.{found.reading.id}"), found.day, found.beyond_calendar)
        for found in due.readings
    ]
    late = due.day is not None and due.day < on
    return When(due.day, late, words.text(f"steps.{step.id}.deadline"), terms, due.beyond_calendar)
