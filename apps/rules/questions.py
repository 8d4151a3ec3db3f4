"""What is asked, and how the questions of a rulebook hang together."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Literal

YES, NO = "yes", "no"
OPTIONS = {"yes_no": (YES, NO), "date": ()}


class Unit(StrEnum):
    """What a deadline counts."""

    CALENDAR_DAY = "calendar_day"
    WORKING_DAY = "working_day"


@dataclass(frozen=True)
class Band:
    """An option that a date stands for: while it lies at most `days` back, or on or before the day `until`.

    Without either, whatever date is left. With `exact` the option alone names the day: so many calendar days back.
    """

    option: str
    days: int | None = None
    unit: Unit = Unit.CALENDAR_DAY
    until: date | None = None
    exact: bool = False

    def __post_init__(self) -> None:
        if self.days is not None and self.until is not None:
            raise ValueError("a band has either `days` or `until`, not both", "bands")
        if self.exact and (self.days is None or self.unit is not Unit.CALENDAR_DAY):
            raise ValueError("only a band of so many calendar `days` can be exact", "bands")

    @property
    def is_rest(self) -> bool:
        """Say whether every date falls into it that no band before it takes."""
        return self.days is None and self.until is None


@dataclass(frozen=True)
class Question:
    """What is asked: one of several options, yes or no, or a date.

    Questions with the same `screen` are shown together. A question with `bands` is answered by the date
    question `date_from` when the reader knows the date. `exempting` are the options that free a person of duties.
    A question `under` another stands beneath it on the same screen, and counts only while that one is answered with
    one of `under_options`; without them, with yes, or with any option it has.
    `lies` says of a date whether it can only lie in the past or the future, the day of asking included; whoever
    asks enforces it.
    """

    id: str
    kind: Literal["one", "yes_no", "date"] = "one"
    options: tuple[str, ...] = ()
    screen: str = ""
    exempting: tuple[str, ...] = ()
    lies: Literal["", "past", "future"] = ""
    date_from: str = ""
    bands: tuple[Band, ...] = ()
    under: str = ""
    under_options: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.kind == "one" and len(self.options) < 2:
            raise ValueError("needs at least two options", "options")
        if self.kind != "one" and self.options != OPTIONS[self.kind]:
            raise ValueError("only a question of kind 'one' has options of its own", "options")

    @property
    def is_date(self) -> bool:
        """Say whether it asks for a day instead of an option."""
        return self.kind == "date"


@dataclass(frozen=True)
class Nested:
    """A question with the one that it stands under."""

    question: Question
    parent: Question

    @cached_property
    def opening(self) -> frozenset[str]:
        """The options of the parent under which the question counts."""
        usual = (YES,) if self.parent.kind == "yes_no" else self.parent.options
        return frozenset(self.question.under_options or usual)


@dataclass(frozen=True)
class OptionGroup:
    """Some options of a question under one name."""

    id: str
    question: str
    options: frozenset[str]
