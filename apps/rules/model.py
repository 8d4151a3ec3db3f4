"""A rulebook and its parts: frozen values, no clock, no words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from apps.rules.calendars import Calendar
from apps.rules.conditions import Condition

YES, NO = "yes", "no"


class Kind(StrEnum):
    """How binding a step is."""

    MUST = "must"
    MUST_NOT = "must-not"
    MAY = "may"
    INFO = "info"


class Certainty(StrEnum):
    """How well a rule is supported by its sources."""

    OFFICIAL = "official"
    REPORTED = "reported"
    SOURCES_DIFFER = "sources-differ"
    NO_PUBLIC_ANSWER = "no-public-answer"


class Unit(StrEnum):
    """What a deadline counts."""

    CALENDAR_DAY = "calendar_day"
    WORKING_DAY = "working_day"


@dataclass(frozen=True)
class Span:
    """A stretch of days, `start` included and `end` not; None is without limit. Days are Moscow days."""

    start: date | None = None
    end: date | None = None

    @property
    def last(self) -> date | None:
        """The last day of the stretch; None if it has no end."""
        return self.end and self.end - timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True)
class Band:
    """An option that a date stands for while it lies at most `days` back; None: however far back."""

    option: str
    days: int | None
    unit: Unit


@dataclass(frozen=True)
class Question:
    """What is asked: one of several options, yes or no, or a date.

    Questions with the same `screen` are shown together. A question with `bands` is answered by the date
    question `date_from` when the reader knows the date. `exempting` are the options that free a person of duties.
    `lies` says of a date whether it can only lie in the past or the future, the day of asking included; whoever
    asks enforces it.
    """

    id: str
    kind: str
    options: tuple[str, ...]
    screen: str
    exempting: tuple[str, ...] = ()
    lies: str = ""
    date_from: str = ""
    bands: tuple[Band, ...] = ()

    @property
    def is_date(self) -> bool:
        """Say whether it asks for a day instead of an option."""
        return self.kind == "date"


@dataclass(frozen=True)
class Definition:
    """A named condition; outside `in_force` it is the constant that the rulebook names in `otherwise`."""

    id: str
    when: Condition
    in_force: Span = Span()
    otherwise: Condition | None = None


@dataclass(frozen=True)
class Reading:
    """One reading of a deadline: `days` of `unit` from the anchor, or no term at all (None), and who says so.

    `counts_from` is next_day (the anchor is day zero) or same_day (the anchor is day one);
    `roll` is none or next_working_day. `when` limits the reading to some people.
    """

    id: str
    days: int | None
    unit: Unit
    counts_from: str
    roll: str
    when: Condition
    sources: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Deadline:
    """By when: a fixed day `on`, or readings counted from the answer to the date question `anchor`."""

    anchor: str = ""
    on: date | None = None
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True)
class Step:
    """What a person must, may or must not do, or should know; for whom, since when, and who says so."""

    id: str
    kind: Kind
    goal: int
    timing: str
    when: Condition
    unless: Condition
    group: str
    deadline: Deadline | None
    in_force: Span
    certainty: Certainty
    sources: tuple[str, ...]
    facts: tuple[str, ...]
    checked_on: date
    recheck_days: int


@dataclass(frozen=True)
class Source:
    """Who published what, when and where; `facts` are the fact numbers it supports."""

    id: str
    publisher: str
    date: str
    address: str
    facts: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Everything that is needed to assess a person; made by `load`."""

    name: str
    time_zone: str
    questions: Mapping[str, Question]
    groups: Mapping[str, tuple[str, frozenset[str]]]
    definitions: Mapping[str, Definition]
    steps: Mapping[str, Step]
    exclusive: Mapping[str, bool]
    sources: Mapping[str, Source]
    unsourced_facts: tuple[str, ...] = ()
    calendar: Calendar = field(default_factory=lambda: Calendar(MappingProxyType({})))

    def choices(self) -> list[Question]:
        """Return the questions with options, in the author's order."""
        return [question for question in self.questions.values() if not question.is_date]

    def screen(self, name: str) -> list[Question]:
        """Return the questions that are shown together under this name."""
        return [question for question in self.questions.values() if question.screen == name]
