"""From a submitted form to answers: nothing valid is lost, nothing invalid gets through."""

from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict

from apps.rules import UNKNOWN, AnswerError, Question, Rulebook, read

Given = dict[str, str | list[str]]

NOT_SURE = "not_sure"
EARLIEST, LATEST = date(2020, 1, 1), date(2035, 12, 31)


@dataclass
class Form:
    """What the reader has answered so far, and what is wrong with the screen just sent."""

    given: Given = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)
    wrong_dates: set[str] = field(default_factory=set)

    @property
    def complete(self) -> bool:
        return not self.missing and not self.wrong_dates


def submitted(rulebook: Rulebook, post: QueryDict) -> Form:
    """Read every answer that still fits the rulebook. What does not fit is asked again."""
    form = Form()
    shown = [] if leaving(post) else [id for id in post.getlist("shown") if id in rulebook.questions]
    for question in rulebook.questions.values():
        values = [value for value in post.getlist(question.id) if value]
        if question.id in shown:
            _shown_answer(form, question, values, post)
        elif values:
            _accept(rulebook, form.given, question, values)
    _settle_bands(rulebook, form, shown)
    return form


def leaving(post: QueryDict) -> bool:
    """Say whether the reader leaves the screen without answering it: what is not ticked there is then not a no."""
    return "change" in post or "finish" in post


def _shown_answer(form: Form, question: Question, values: list[str], post: QueryDict) -> None:
    if question.is_date:
        _date_answer(form, question, values)
    elif question.kind == "yes_no" and question.screen != question.id:
        otherwise = UNKNOWN if post.get(NOT_SURE) else "no"
        form.given[question.id] = "yes" if "yes" in values else otherwise
    elif _fits(question, values):
        form.given[question.id] = values[0] if len(values) == 1 else values
    else:
        form.missing.add(question.id)


def _date_answer(form: Form, question: Question, values: list[str]) -> None:
    if not values or values == [UNKNOWN]:
        form.given[question.id] = UNKNOWN
    elif _day(values[0]):
        form.given[question.id] = values[0]
    else:
        form.wrong_dates.add(question.id)


def _accept(rulebook: Rulebook, given: Given, question: Question, values: list[str]) -> None:
    if question.is_date and values != [UNKNOWN] and not _day(values[0]):
        return
    value = values[0] if len(values) == 1 or question.is_date else values
    try:
        read(rulebook, {question.id: value}, LATEST)
    except AnswerError:
        return
    given[question.id] = value


def _settle_bands(rulebook: Rulebook, form: Form, shown: list[str]) -> None:
    """A date answers the question it belongs to; without either, the question is still missing."""
    for question in rulebook.choices():
        if question.id in shown and question.bands and form.given.get(question.date_from, UNKNOWN) != UNKNOWN:
            form.missing.discard(question.id)
            form.given.setdefault(question.id, UNKNOWN)


def _fits(question: Question, values: list[str]) -> bool:
    return bool(values) and all(value in question.options or values == [UNKNOWN] for value in values)


def _day(value: str) -> date | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None
