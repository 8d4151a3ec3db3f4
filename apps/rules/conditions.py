"""Conditions as data: what a rulebook's one-line `when` means, and how it is written back."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Is:
    """The question's answer is this option."""

    question: str
    option: str


@dataclass(frozen=True)
class In:
    """The question's answer is one of a named group of options."""

    question: str
    group: str


@dataclass(frozen=True)
class Named:
    """A condition that the rulebook defines elsewhere under this id."""

    id: str


@dataclass(frozen=True)
class Constant:
    """Holds for everybody (`always`) or for nobody (`never`)."""

    value: bool


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    part: "Condition"


@dataclass(frozen=True)
class All:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Any:
    """At least one part holds."""

    parts: tuple["Condition", ...]


Condition = Is | In | Named | Constant | Not | All | Any

ALWAYS = Constant(True)
NEVER = Constant(False)


def text(condition: Condition) -> str:
    """Write a condition in one line, so that parsing it gives the same condition again.

    >>> text(All((Is("age", "adult"), Not(Any((Named("exempt"), In("region", "elsewhere")))))))
    'age is adult and not (exempt or region in elsewhere)'
    """
    match condition:
        case Is(question, option):
            return f"{question} is {option}"
        case In(question, group):
            return f"{question} in {group}"
        case Named(id):
            return id
        case Constant(value):
            return "always" if value else "never"
        case Not(part):
            return f"not {_inner(part)}"
        case All(parts):
            return " and ".join(_inner(part) for part in parts)
        case Any(parts):
            return " or ".join(_inner(part) for part in parts)


def _inner(part: Condition) -> str:
    return f"({text(part)})" if isinstance(part, All | Any) else text(part)


def leaves(condition: Condition) -> Iterator[Is | In | Named | Constant]:
    """Yield every leaf of a condition, from left to right."""
    match condition:
        case Not(part):
            yield from leaves(part)
        case All(parts) | Any(parts):
            for part in parts:
                yield from leaves(part)
        case _:
            yield condition
