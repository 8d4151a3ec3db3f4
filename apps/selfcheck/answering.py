"""From a submitted form to answers: nothing valid is lost, nothing invalid gets through."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.http import QueryDict

from apps.rules import UNKNOWN, DayError, Question, Rulebook, read_day, unanswered

Given = dict[str, str | list[str]]

NOT_SURE = "not_sure"
# The experiment began in September 2025, and working days are published from that year on.
EARLIEST, LATEST = date(2010, 1, 1), date(2035, 12, 31)


@dataclass
class Form:
    """What the reader has answered so far, and what is wrong with the screen just sent."""

    given: Given = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)
    wrong_dates: set[str] = field(default_factory=set)

    @property
    def complete(self) -> bool:
        return not self.missing and not self.wrong_dates


def submitted(rulebook: Rulebook, post: QueryDict, on: date) -> Form:
    """Read every answer that still fits the rulebook on a day. What does not fit is asked again."""
    form = Form()
    shown = [id for id in post.getlist("shown") if id in rulebook.questions]
    # Going elsewhere says nothing about what is not ticked on the screen, and does not confirm what was just chosen.
    going_elsewhere = "change" in post or ("finish" in post and not any(post.get(id) for id in shown))
    for question in rulebook.questions.values():
        values = list(dict.fromkeys(value for value in post.getlist(question.id) if value))
        if question.id in shown and not going_elsewhere:
            _shown_answer(form, question, values, post, on)
        elif values and (question.id not in shown or question.screen != question.id):
            _accept(form.given, question, values, on)
    if not going_elsewhere:
        _settle_bands(rulebook, form, shown)
        _forgive_closed(rulebook, form, on)
    return form


def chosen_before(rulebook: Rulebook, about: str) -> Form:
    """An entry of the guide opens the interview with what it is about: /check/?about=phone_lost."""
    question, event = rulebook.questions.get("about"), rulebook.questions.get(about)
    if question and about in question.options:
        return Form({question.id: about})
    if event and event.kind == "yes_no" and event.screen == "events":
        happened: Given = {question.id: "happened"} if question else {}
        return Form(happened | {event.id: "yes"})
    return Form()


def limits(question: Question, on: date) -> tuple[date, date]:
    """Return the first and the last day that the answer to a date question may name."""
    if question.lies == "future":
        return on, on + timedelta(days=366)
    return EARLIEST, on if question.lies == "past" else LATEST


def _shown_answer(form: Form, question: Question, values: list[str], post: QueryDict, on: date) -> None:
    if question.is_date:
        _date_answer(form, question, values, on)
    elif question.kind == "yes_no" and question.screen != question.id:
        otherwise = UNKNOWN if post.get(NOT_SURE) or UNKNOWN in values else "no"
        form.given[question.id] = "yes" if "yes" in values else otherwise
    elif _fits(question, values):
        form.given[question.id] = values[0] if len(values) == 1 else values
    else:
        form.missing.add(question.id)


def _date_answer(form: Form, question: Question, values: list[str], on: date) -> None:
    if not values or values == [UNKNOWN]:
        form.given[question.id] = UNKNOWN
    elif day := _day(question, values[0], on):
        form.given[question.id] = day.isoformat()
    else:
        form.wrong_dates.add(question.id)


def _accept(given: Given, question: Question, values: list[str], on: date) -> None:
    if question.is_date and values != [UNKNOWN]:
        if day := _day(question, values[0], on):
            given[question.id] = day.isoformat()
    elif _fits(question, values):
        given[question.id] = values[0] if len(values) == 1 or question.is_date else values


def _settle_bands(rulebook: Rulebook, form: Form, shown: list[str]) -> None:
    """A date answers the question it belongs to; without either, the question is still missing."""
    for question in rulebook.choices():
        if question.id in shown and question.bands and form.given.get(question.date_from, UNKNOWN) != UNKNOWN:
            form.missing.discard(question.id)
            form.given.setdefault(question.id, UNKNOWN)


def _forgive_closed(rulebook: Rulebook, form: Form, on: date) -> None:
    """A question under one that is answered otherwise is neither missing nor wrong."""
    asked = [question for id, question in rulebook.questions.items() if id in form.missing | form.wrong_dates]
    lacking = {question.id for question in unanswered(rulebook, asked, form.given, on)}
    form.missing &= lacking
    form.wrong_dates &= lacking


def _fits(question: Question, values: list[str]) -> bool:
    return bool(values) and all(value in question.options or values == [UNKNOWN] for value in values)


def _day(question: Question, value: str, on: date) -> date | None:
    try:
        day = read_day(value)
    except DayError:
        return None
    earliest, latest = limits(question, on)
    return day if earliest <= day <= latest else None
