"""From an assessment to what a reader can act on: verdict, steps by urgency, dates, reasons, sources.

Every value is plain (texts, numbers, lists): static/js/selfcheck/results.js makes the same ones under the same names.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from apps.amina import answers_in_words, current
from apps.amina.phrasebook import Phrasebook
from apps.amina.timings import TIMINGS
from apps.guide import certainty
from apps.guide.citations import Citation
from apps.rules import Assessment, Finding, Step, in_order, recheck_by
from apps.selfcheck.rechecks import undated
from apps.selfcheck.shelf import Link, Shelf
from apps.selfcheck.terms import When, when
from apps.translations.templatetags.dates import day

VERDICT = "verdict"
MOST_TO_FIND_OUT, MOST_VERDICTS, MOST_LINES = 4, 3, 5
NUMBER = re.compile(r"((?:\+7|8-800)[0-9 ()-]*[0-9])")
TO_DO = ("now", "by_date", "daily")


@dataclass(frozen=True)
class Card:
    """A step as it stands on the result page."""

    id: str
    number: int
    kind: str
    pace: str
    after: int
    title: str
    body: str
    pieces: list[tuple[str, str]]
    certainty: str
    certainty_label: str
    when: When | None
    for_calendar: bool
    because: list[tuple[str, str]]
    would_change: list[tuple[str, str]]
    sources: list[Citation]
    entry: Link | None
    checked_on: str
    rule: str


@dataclass(frozen=True)
class Section:
    id: str
    title: str
    cards: list[Card]


def context(assessment: Assessment, phrases: Phrasebook) -> dict[str, Any]:
    assessment = undated(assessment, phrases.recheck)
    shelf = Shelf(phrases.language, {code for finding in assessment.findings for code in finding.step.sources})
    verdicts, possible = assessment.applying(VERDICT), assessment.depending(VERDICT)
    titles = list(dict.fromkeys(_title(finding, phrases) for finding in sorted(possible, key=_strictness)))
    recheck = recheck_by(current.rulebook())
    return {
        **shelf.afterwards(),
        "verdict": card(verdicts[0], assessment, phrases, shelf) if verdicts else None,
        "possible_verdicts": titles[:MOST_VERDICTS],
        "more_verdicts": titles[MOST_VERDICTS:],
        "asked": any(finding.step.id in _asks() for finding in verdicts + possible),
        "find_out": _to_find_out(assessment, phrases),
        **_steps(assessment, phrases, shelf),
        "as_of": day(assessment.on),
        "overdue_since": day(recheck) if assessment.on > recheck else "",
    }


def card(
    finding: Finding, assessment: Assessment, phrases: Phrasebook, shelf: Shelf, number: int = 0, after: int = 0
) -> Card:
    step, questions = finding.step, current.rulebook().questions
    level = _certainty(step, assessment)
    reasons = [questions[id] for id in reversed(finding.because)]
    return Card(
        step.id,
        number,
        step.kind,
        _pace(finding, after),
        after,
        _title(finding, phrases),
        phrases.text(f"steps.{step.id}.body"),
        pieces(phrases.text(f"steps.{step.id}.body")),
        level,
        str(certainty.Certainty(level).label),
        when(finding.due, step, assessment.on, phrases) if finding.due else None,
        for_calendar(finding, assessment.on),
        [answers_in_words.given(question, assessment.answers, phrases) for question in reasons],
        [answers_in_words.options(questions[id], options, phrases) for id, options in finding.would_change.items()],
        shelf.citations_of(step),
        shelf.entry_of(step),
        day(step.checked_on),
        reverse("openrules:rule", args=[step.id]),
    )


def pieces(text: str) -> list[tuple[str, str]]:
    """A text cut at its telephone numbers, each with the number to call, in international form; other pieces have none."""
    return [(piece, _to_call(piece) if at % 2 else "") for at, piece in enumerate(NUMBER.split(text)) if piece]


def _to_call(number: str) -> str:
    return f"+7{re.sub(r'[^0-9]', '', number)[1:]}"


def for_calendar(finding: Finding, on: date) -> bool:
    """A step with a day that is still to come, or a duty of every day."""
    if finding.due:
        return finding.due.day is not None and finding.due.day >= on
    return finding.step.timing == "daily" and finding.step.kind.is_to_do


def _title(finding: Finding, phrases: Phrasebook) -> str:
    return phrases.text(f"steps.{finding.step.id}.title")


def _asks() -> tuple[str, ...]:
    """The verdicts under which Amina is asked of a person, or may be."""
    return current.rulebook().exclusive[VERDICT].asks


def _strictness(finding: Finding) -> int:
    return current.rulebook().exclusive[VERDICT].strictness(finding.step.id)


def _certainty(step: Step, assessment: Assessment) -> str:
    """A step is no surer than the verdict that it rests on."""
    return step.certainty.at_most(
        finding.step.certainty for finding in assessment.applying(VERDICT) if finding.step.id in _asks()
    )


def _to_find_out(assessment: Assessment, phrases: Phrasebook) -> list[tuple[str, str]]:
    """The screens and labels of the first questions whose answers would settle most."""
    ids = {id for finding in assessment.depending(VERDICT) for id in finding.depends_on}
    ids = ids or {id for finding in assessment.depending() if finding.step.kind.is_duty for id in finding.depends_on}
    open_questions = [question for id, question in current.rulebook().questions.items() if id in ids]
    found = {question.screen: phrases.text(f"questions.{question.id}.label") for question in reversed(open_questions)}
    return list(reversed(found.items()))[:MOST_TO_FIND_OUT]


def _steps(assessment: Assessment, phrases: Phrasebook, shelf: Shelf) -> dict[str, Any]:
    """What to do, numbered in the order of doing; then what to do when it happens, and what is good to know."""
    found: dict[str, list[Finding]] = {timing: [] for timing in TIMINGS}
    for finding in sorted(assessment.applying(), key=_most_pressing):
        found[_timing(finding, assessment.on)].append(finding)
    pressing = [finding for timing in TO_DO for finding in found[timing]]
    doing = in_order(current.rulebook(), pressing, lambda finding: finding.step.id)
    safe = _safe(assessment)
    numbers = {finding.step.id: number for number, finding in enumerate(doing + safe, 1)}
    steps = [
        card(one, assessment, phrases, shelf, numbers[one.step.id], _after(one.step, numbers)) for one in doing + safe
    ]
    return {
        "steps": steps[: len(doing)],
        "safe_steps": steps[len(doing) :],
        "first_steps": steps[:MOST_LINES],
        "more_steps": steps[MOST_LINES:],
        "more_count": len(steps[MOST_LINES:]),
        "any_for_calendar": any(step.for_calendar for step in steps),
        "sections": [
            Section(timing, str(TIMINGS[timing]), [card(one, assessment, phrases, shelf) for one in findings])
            for timing, findings in found.items()
            if findings and timing not in TO_DO
        ],
        "depending": [
            {"title": _title(finding, phrases), "entry": shelf.entry_of(finding.step)}
            for finding in assessment.depending()
            if finding.step.kind.is_duty and finding not in safe
        ],
    }


def _safe(assessment: Assessment) -> list[Finding]:
    """What depends on what is not known and nobody does wrong by doing; of two that exclude each other, the first."""
    found: list[Finding] = []
    for finding in assessment.depending():
        step, others = finding.step, [one.step for one in found]
        if step.safe and not any(step.id in one.not_with or one.id in step.not_with for one in others):
            found.append(finding)
    return found[:MOST_LINES]


def _timing(finding: Finding, on: date) -> str:
    """Where a step stands: a duty with a day in the list, and what only informs never."""
    if finding.step.kind == "info":
        return "know"
    if _presses(finding, on):
        return "now"
    return "by_date" if finding.due and finding.due.day else finding.step.timing


def _after(step: Step, numbers: dict[str, int]) -> int:
    """The number of the last step of the list until which this one cannot be done, or 0."""
    return max((numbers[id] for id in step.needs if id in numbers), default=0)


def _pace(finding: Finding, after: int) -> str:
    """How a line says when: by a day, after another step, every day, when it happens, today, always, or when one can."""
    if finding.due and finding.due.day:
        return "day"
    if after:
        return "after"
    if finding.step.kind == "must-not":
        return "always"
    if finding.lies_ahead or finding.step.timing == "when_it_happens":
        return "when_it_happens"
    if finding.step.timing == "daily":
        return "daily"
    return "today" if finding.step.kind.is_duty else "optional"


def _presses(finding: Finding, on: date) -> bool:
    """A duty whose day is tomorrow at the latest, or not known, is one for now."""
    if finding.due is None or not finding.step.kind.is_duty:
        return False
    return finding.due.day is None or finding.due.day <= on + timedelta(days=1)


def _most_pressing(finding: Finding) -> tuple[bool, date]:
    # Sorting is stable: what is equally pressing stays in the author's order.
    return not finding.step.kind.is_duty, finding.due.day if finding.due and finding.due.day else date.max
