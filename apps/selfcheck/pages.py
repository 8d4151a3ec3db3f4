"""What the templates of the self-check show.

Every value is plain (texts, numbers, lists): static/js/selfcheck/pages.js makes the same ones under the same names,
but for what the language alone decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.amina import answers_in_words, current
from apps.amina.phrasebook import Phrasebook
from apps.rules import UNKNOWN, Answers, Question
from apps.selfcheck import results
from apps.selfcheck.answering import Form, Given, limits
from apps.selfcheck.interview import Standing
from apps.selfcheck.shelf import Link
from apps.translations import languages


@dataclass(frozen=True)
class Option:
    id: str
    text: str
    chosen: bool


@dataclass(frozen=True)
class Field:
    """One question on a screen."""

    id: str
    kind: str
    title: str
    help: str
    options: list[Option]
    value: str
    missing: bool
    wrong_date: bool
    earliest: str
    latest: str
    under: str
    opening: str
    leads: bool  # its title is the page's


@dataclass(frozen=True)
class Answered:
    """One screen of the list of answers, with its change button."""

    screen: str
    label: str
    answer: str


def in_language(phrases: Phrasebook) -> dict[str, Any]:
    """What the language alone decides on every page."""
    here = languages.active()
    return {
        "phrases": phrases,
        "interface": languages.interface(here),
        "languages": [
            Link(f"/{code}/check/", name, code) for code, name in languages.OWN_NAMES.items() if code != here
        ],
    }


def question(standing: Standing, form: Form, phrases: Phrasebook) -> dict[str, Any]:
    first = standing.screen[0]
    fields = [field(question, form, phrases, standing.assessment.on, first) for question in standing.screen]
    shared = first.screen not in current.rulebook().questions
    fields = ticked_first(fields) if shared else fields
    return {
        **common(standing, form, phrases),
        "fields": fields,
        "title": phrases.text(f"screens.{first.screen}.title") if shared else fields[0].title,
        "help": phrases.text(f"screens.{first.screen}.help") if shared else fields[0].help,
        "shared": shared,
        "ticked": any(field.kind == "yes_no" and (shared or not field.leads) for field in fields),
        "unsure": any(field.kind == "yes_no" and field.value == UNKNOWN for field in fields),
        "after_this": standing.assessment.at_most - 1,
        "done": len(standing.path),
        "total": len(standing.path) + standing.assessment.at_most,
        "screen": first.screen,
        "can_finish": bool(standing.assessment.applying("verdict")),
        "complete": form.complete,
        **mistakes(fields),
    }


def mistakes(fields: list[Field]) -> dict[str, Any]:
    """What is wrong on a page, and with which of its questions."""
    return {
        "wrong_date": any(field.wrong_date for field in fields),
        "missing": any(field.missing for field in fields),
        "broken": [field for field in fields if field.missing or field.wrong_date],
    }


def ticked_first(fields: list[Field]) -> list[Field]:
    """On a screen of many ticks, what is ticked stands on top, each with what is under it."""
    together: list[list[Field]] = []
    for one in fields:
        if one.under and together:
            together[-1].append(one)
        else:
            together.append([one])
    return [one for group in sorted(together, key=lambda group: group[0].value != "yes") for one in group]


def result(standing: Standing, form: Form, phrases: Phrasebook) -> dict[str, Any]:
    return {
        **common(standing, form, phrases),
        **results.context(standing.assessment, phrases),
        "finished": standing.finished,
        "citizenship": form.given.get("citizenship", ""),
    }


def common(standing: Standing, form: Form, phrases: Phrasebook) -> dict[str, Any]:
    on_screen = {question.id for question in standing.screen}
    return {
        **in_language(phrases),
        "answered": list(_answered(standing, phrases)),
        "previous": standing.path[-1][0].screen if standing.path else "",
        "carried": list(_carried(form.given, on_screen)),
    }


def _carried(given: Given, on_screen: set[str]) -> Iterator[tuple[str, str]]:
    for id, value in given.items():
        if id not in on_screen:
            yield from ((id, item) for item in ([value] if isinstance(value, str) else value))


def field(question: Question, form: Form, phrases: Phrasebook, on: date, first: Question) -> Field:
    value = form.given.get(question.id, "")
    prefix = f"questions.{question.id}"
    texts = {option: phrases.text(f"{prefix}.options.{option}") for option in question.options}
    earliest, latest = limits(question, on)
    return Field(
        question.id,
        question.kind,
        phrases.text(f"{prefix}.title"),
        phrases.text(f"{prefix}.help"),
        [Option(option, text, value == option) for option, text in texts.items()],
        value if isinstance(value, str) else "",
        question.id in form.missing,
        question.id in form.wrong_dates,
        earliest.isoformat(),
        latest.isoformat(),
        question.under,
        " ".join(_opening(question)),
        question is first,
    )


def _opening(question: Question) -> list[str]:
    """The options of the question above that open this one, in their order."""
    parents = [(nested.parent, nested.opening) for nested in current.rulebook().nested if nested.question is question]
    return [option for parent, opening in parents for option in parent.options if option in opening]


def _answered(standing: Standing, phrases: Phrasebook) -> Iterator[Answered]:
    answers = standing.assessment.answers
    for screen in standing.path:
        name = screen[0].screen
        worth = [question for question in screen if question.id == name or _worth_a_line(question, answers)]
        for question in worth:
            yield Answered(name, *answers_in_words.given(question, answers, phrases))
        if not worth:
            yield Answered(name, phrases.text(f"screens.{name}.title"), "")


def _worth_a_line(question: Question, answers: Answers) -> bool:
    """On a screen of several questions: what was ticked or chosen, and the days that were named."""
    if question.is_date:
        return answers.known(question)
    return answers.options.get(question.id, frozenset(["no"])) != frozenset(["no"])
