"""A rulebook and its parts: frozen values, no clock, no words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property
from types import MappingProxyType
from typing import Literal

from apps.rules.calendars import Calendar
from apps.rules.conditions import ALWAYS, NEVER, Condition, Constant, In, Is
from apps.rules.questions import Nested, OptionGroup, Question, Unit
from apps.rules.scales import Certainty, Kind


@dataclass(frozen=True)
class Span:
    """A stretch of days, `start` included and `end` not; None is without limit.

    Days are those of the rulebook's time zone.
    """

    start: date | None = None
    end: date | None = None

    @property
    def last(self) -> date | None:
        """The last day of the stretch; None if it has no end."""
        return self.end and self.end - timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True)
class Definition:
    """A named condition; outside `in_force` it is the constant that the rulebook names in `otherwise`."""

    id: str
    when: Condition
    in_force: Span = Span()
    otherwise: Constant | None = None

    def __post_init__(self) -> None:
        if self.in_force != Span() and self.otherwise is None:
            raise ValueError("is missing; it must be 'always' or 'never'", "otherwise")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One reading of a deadline: `days` of `unit` from the anchor, or no term at all (None), and who says so.

    `counts_from` is next_day (the anchor is day zero) or same_day (the anchor is day one);
    `roll` is none or next_working_day. `when` limits the reading to some people.
    """

    id: str
    days: int | None = None
    unit: Unit = Unit.CALENDAR_DAY
    counts_from: Literal["next_day", "same_day"] = "next_day"
    roll: Literal["none", "next_working_day"] = "none"
    when: Condition = ALWAYS
    sources: tuple[str, ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deadline:
    """By when: a fixed day `on`, or readings counted from the answer to the date question `anchor`."""

    anchor: str = ""
    on: date | None = None
    readings: tuple[Reading, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.on) == bool(self.anchor):
            raise ValueError("needs either `on`, a fixed day, or `anchor`, the date question it counts from")
        if self.anchor and not self.readings:
            raise ValueError("needs at least one reading: a table that ends in .deadline.readings.NAME", "readings")


@dataclass(frozen=True, kw_only=True)
class Step:
    """What a person must, may or must not do, or should know; for whom, since when, and who says so.

    `not_with` names steps that contradict it: they never apply together. It is to be done `before` the steps named there,
    and cannot be done until those that it `needs` are.
    A `safe` step does no harm to anybody: who does not know whether it applies had better do it.
    """

    id: str
    kind: Kind
    goal: int = 2
    timing: Literal["now", "by_date", "daily", "when_it_happens", "know"] = "know"
    when: Condition
    unless: Condition = NEVER
    exclusive_group: str = ""
    not_with: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    safe: bool = False
    deadline: Deadline | None = None
    in_force: Span = Span()
    certainty: Certainty
    sources: tuple[str, ...]
    facts: tuple[str, ...] = ()
    checked_on: date
    recheck_days: int

    def __post_init__(self) -> None:
        if not self.sources and self.certainty is not Certainty.NO_PUBLIC_ANSWER:
            raise ValueError("every rule needs a source; only 'no-public-answer' may have none", "sources")

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings of its deadline; none without one."""
        return self.deadline.readings if self.deadline else ()


@dataclass(frozen=True)
class ExclusiveGroup:
    """A group of steps of which at most one applies to anybody; with `everyone`, exactly one does.

    `asks` are those of its steps that ask something of a person, or may; the strictest first.
    """

    id: str
    everyone: bool = False
    asks: tuple[str, ...] = ()

    def strictness(self, step: str) -> int:
        """Return the place of a step among those that ask, 0 for the strictest; those that ask nothing come after."""
        return self.asks.index(step) if step in self.asks else len(self.asks)


@dataclass(frozen=True)
class ScreenLimit:
    """Whoever knows that `when` is true of them never sees more than `most` screens."""

    id: str
    when: Condition
    most: int


@dataclass(frozen=True)
class Source:
    """Who published what, when and where; `facts` are the fact numbers it supports."""

    id: str
    publisher: str
    date: str = ""
    address: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Everything that is needed to assess a person; made by `load`.

    `like` is a rulebook with the same options and groups, most of whose steps mean the same: what is compiled of it
    serves this one too.
    """

    name: str
    time_zone: str
    questions: Mapping[str, Question]
    groups: Mapping[str, OptionGroup]
    definitions: Mapping[str, Definition]
    steps: Mapping[str, Step]
    exclusive: Mapping[str, ExclusiveGroup]
    sources: Mapping[str, Source]
    screens: Mapping[str, ScreenLimit] = field(default_factory=lambda: MappingProxyType({}))
    unsourced_facts: tuple[str, ...] = ()
    calendar: Calendar = field(default_factory=lambda: Calendar(MappingProxyType({})))
    like: "Rulebook | None" = None

    def choices(self) -> list[Question]:
        """Return the questions with options, in the author's order."""
        return [question for question in self.questions.values() if not question.is_date]

    @cached_property
    def banded(self) -> list[Question]:
        """The questions that a date answers."""
        return [question for question in self.questions.values() if question.bands]

    @cached_property
    def nested(self) -> list[Nested]:
        """The questions under another, in the author's order."""
        found = [question for question in self.questions.values() if question.under]
        return [Nested(question, self.questions[question.under]) for question in found]

    @cached_property
    def earlier(self) -> dict[str, frozenset[str]]:
        """For each step those that are to be done before it, directly or by way of others."""
        direct = {id: {other for other in self.steps if id in self.next_to(other)} for id in self.steps}

        @cache
        def above(id: str) -> frozenset[str]:
            return frozenset(direct[id]).union(*map(above, direct[id]))

        return {id: above(id) for id in self.steps}

    def next_to(self, id: str) -> list[str]:
        """Return the steps that come after this one by its own word or because they need it."""
        return [*self.steps[id].before, *(step.id for step in self.steps.values() if id in step.needs)]

    def meaning(self, leaf: Is | In) -> frozenset[str]:
        """Return the options for which a leaf holds."""
        return frozenset([leaf.option]) if isinstance(leaf, Is) else self.groups[leaf.group].options

    def screen(self, name: str) -> list[Question]:
        """Return the questions that are shown together under this name."""
        return [question for question in self.questions.values() if question.screen == name]
