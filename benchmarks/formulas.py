"""The rules of one epoch as plain formulas, the common ground from which every peer's language is written.

Named conditions are put in where they are used, negations are resolved into the other options, and constants are
simplified away: all of it spares the peers work that they would have to do otherwise.
"""

from dataclasses import dataclass

from apps.rules.conditions import All, Any, Condition, Constant, In, Is, Named, Not
from apps.rules.epochs import Epoch


@dataclass(frozen=True)
class OneOf:
    """The answer to the question is one of these options."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Joint:
    """All (`every`) or at least one of the parts hold."""

    every: bool
    parts: tuple["Formula", ...]


Formula = OneOf | Joint | bool


def formulas(epoch: Epoch) -> dict[str, Formula]:
    """Return what each step in force means."""
    return {step.id: _joint(epoch, True, (step.when, Not(step.unless)), False) for step in epoch.steps}


def _formula(epoch: Epoch, condition: Condition, negated: bool) -> Formula:
    match condition:
        case Constant(value):
            return value is not negated
        case Is(question) | In(question):
            holds, options = epoch.rulebook.meaning(condition), epoch.rulebook.questions[question].options
            return OneOf(question, tuple(option for option in options if (option in holds) is not negated))
        case Named(id):
            return _formula(epoch, epoch.defined(id), negated)
        case Not(part):
            return _formula(epoch, part, not negated)
        case All(parts) | Any(parts):
            return _joint(epoch, isinstance(condition, All), parts, negated)


def _joint(epoch: Epoch, every: bool, conditions: tuple[Condition, ...], negated: bool) -> Formula:
    every = every is not negated
    parts = [_formula(epoch, part, negated) for part in conditions]
    if (not every) in parts:
        return not every
    left = tuple(part for part in parts if not isinstance(part, bool))
    return left[0] if len(left) == 1 else Joint(every, left) if left else every
