"""What a person has said: for each question asked, the options still possible, or a day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from apps.rules.days import DayError, read_day
from apps.rules.errors import AnswerError, CalendarError, nearest
from apps.rules.model import Rulebook
from apps.rules.questions import Band, Nested, Question, Unit

UNKNOWN = "unknown"

Given = str | date | Iterable[str]


@dataclass(frozen=True)
class Answers:
    """Checked answers. "I don't know" is every option of a question, and None for a date."""

    options: Mapping[str, frozenset[str]]
    days: Mapping[str, date | None]

    def known(self, question: Question) -> bool:
        """Say whether the answer leaves out at least one option, or names a day."""
        if question.is_date:
            return self.days.get(question.id) is not None
        return len(self.options.get(question.id, question.options)) < len(question.options)


def read(rulebook: Rulebook, given: Mapping[str, Given], on: date) -> Answers:
    """Check answers and return them typed.

    `given` maps a question's id to an option, several options still possible, "unknown", a date or an ISO date.
    A question with bands whose date is known is answered by that date as seen on day `on`; an exact band gives a
    date that is not known its day. The answer to a question under another is dropped where that one does not open it.
    Raises AnswerError for an id that does not exist, naming the nearest one that does.
    """
    options: dict[str, frozenset[str]] = {}
    days: dict[str, date | None] = {}
    for id, value in given.items():
        if id not in rulebook.questions:
            raise AnswerError(f"There is no question {id!r}. {nearest(id, rulebook.questions)}")
        question = rulebook.questions[id]
        if question.is_date:
            days[id] = _day(question, value)
        else:
            options[id] = _options(question, value)
    _drop_closed(rulebook, options, days)
    _settle_dates(rulebook, options, days, on)
    _drop_closed(rulebook, options, days)  # what a date has just closed
    return Answers(options, days)


def unanswered(rulebook: Rulebook, screen: Iterable[Question], given: Mapping[str, Given], on: date) -> list[Question]:
    """Return the questions of a screen that still lack an answer.

    A question under another lacks none where that one does not open it. Raises AnswerError as `read` does.
    """
    lacking = [question for question in screen if question.id not in given]
    options = read(rulebook, given, on).options if lacking else {}
    closed = set[str]()
    for nested in rulebook.nested:  # a parent stands before what is beneath it
        if nested.parent.id in closed or opens(nested, options) is False:
            closed.add(nested.question.id)
    return [question for question in lacking if question.id not in closed]


def opens(nested: Nested, options: Mapping[str, frozenset[str]]) -> bool | None:
    """Say whether a question counts beneath the one it stands under; None while that one is not answered.

    The date that answers its own parent always counts.
    """
    if nested.parent.date_from == nested.question.id:
        return True
    said = options.get(nested.parent.id)
    return None if said is None else said <= nested.opening


def _drop_closed(rulebook: Rulebook, options: dict[str, frozenset[str]], days: dict[str, date | None]) -> None:
    for nested in rulebook.nested:
        if not opens(nested, options):
            options.pop(nested.question.id, None)
            days.pop(nested.question.id, None)


def _settle_dates(
    rulebook: Rulebook, options: dict[str, frozenset[str]], days: dict[str, date | None], on: date
) -> None:
    """Bands give days, and days bands: a day that was named wins over one that an option stands for."""
    for question in rulebook.banded:
        exact = next((b for b in question.bands if b.exact and options.get(question.id) == frozenset([b.option])), None)
        if exact and not days.get(question.date_from):
            days[question.date_from] = on - timedelta(days=exact.days or 0)
    for question in rulebook.banded:
        if day := days.get(question.date_from):
            options[question.id] = frozenset(_bands(rulebook, question, day, on))


def _day(question: Question, value: Given) -> date | None:
    if value == UNKNOWN or isinstance(value, date):
        return None if value == UNKNOWN else value  # type: ignore[return-value]  # a date, by the line above
    try:
        return read_day(str(value))
    except DayError as error:
        raise AnswerError(f"{question.id}: {error}.") from None


def _options(question: Question, value: Given) -> frozenset[str]:
    if value == UNKNOWN:
        return frozenset(question.options)
    named = [value] if isinstance(value, str) else list(value) if isinstance(value, Iterable) else [str(value)]
    for option in named:
        if option not in question.options:
            raise AnswerError(f"{question.id}: there is no such option. Known: {', '.join(question.options)}.")
    if not named:
        raise AnswerError(f"{question.id}: names no option. Known: {', '.join(question.options)}.")
    return frozenset(named)


def _bands(rulebook: Rulebook, question: Question, day: date, on: date) -> Iterator[str]:
    """Yield the option that a day falls into; several if the calendar ends before that can be told."""
    for band in question.bands:
        reached = _reaches(rulebook, band, day, on)
        if reached is not False:
            yield band.option
        if reached:
            return


def _reaches(rulebook: Rulebook, band: Band, day: date, on: date) -> bool | None:
    if band.until:
        return day <= band.until
    if band.days is None or on <= day + timedelta(days=band.days):
        return True
    if band.unit is Unit.CALENDAR_DAY:
        return False
    try:
        return on <= rulebook.calendar.add_working_days(day, band.days)
    except CalendarError:
        return None
