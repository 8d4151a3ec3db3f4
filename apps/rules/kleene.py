"""The second opinion: plain three-valued evaluation of a condition (Kleene 1952), without any diagram."""

from collections.abc import Iterable

from apps.rules.conditions import All, Any, Condition, Constant, In, Is, Named, Not
from apps.rules.diagrams import Possible
from apps.rules.epochs import Epoch


def evaluate(condition: Condition, epoch: Epoch, possible: Possible) -> bool | None:
    """Return whether a condition holds for the options still possible, or None if that is open.

    It may answer None where the diagram decides, because it does not see that two parts are about the same
    question; it never contradicts the diagram.
    """
    match condition:
        case Constant(value):
            return value
        case Is(question) | In(question):
            holds = epoch.meaning(condition)
            options = possible.get(question) or frozenset(epoch.rulebook.questions[question].options)
            return True if options <= holds else None if options & holds else False
        case Named(id):
            return evaluate(epoch.defined(id), epoch, possible)
        case Not(part):
            inner = evaluate(part, epoch, possible)
            return None if inner is None else not inner
        case All(parts):
            return _first(False, (evaluate(part, epoch, possible) for part in parts))
        case Any(parts):
            return _first(True, (evaluate(part, epoch, possible) for part in parts))


def _first(deciding: bool, values: Iterable[bool | None]) -> bool | None:
    """Return the deciding value if it comes, None if something was open, and otherwise its opposite."""
    result: bool | None = not deciding
    for value in values:
        if value is deciding:
            return deciding
        if value is None:
            result = None
    return result
