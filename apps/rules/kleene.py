"""The second opinion: plain three-valued evaluation of a condition (Kleene 1952), without any diagram."""

from collections.abc import Iterator

from apps.rules.conditions import All, Any, Condition, Constant, In, Is, Named, Not
from apps.rules.diagrams import Possible
from apps.rules.epochs import Epoch


def evaluate(
    condition: Condition, epoch: Epoch, possible: Possible, known: dict[str, bool | None] | None = None
) -> bool | None:
    """Return whether a condition holds for the options still possible, or None if that is open.

    It may answer None where the diagram decides, because it does not see that two parts are about the same
    question; it never contradicts the diagram. `known` remembers what named conditions come to for these options.
    """
    known = {} if known is None else known
    match condition:
        case Is() | In():
            return _leaf(condition, epoch, possible)
        case All(parts) | Any(parts):
            return _several((evaluate(part, epoch, possible, known) for part in parts), isinstance(condition, Any))
        case Named(id):
            if id not in known:
                known[id] = evaluate(epoch.defined(id), epoch, possible, known)
            return known[id]
        case Not(part):
            inner = evaluate(part, epoch, possible, known)
            return None if inner is None else not inner
        case Constant(value):
            return value


def _leaf(leaf: Is | In, epoch: Epoch, possible: Possible) -> bool | None:
    holds = epoch.rulebook.meaning(leaf)
    options = possible.get(leaf.question) or frozenset(epoch.rulebook.questions[leaf.question].options)
    return True if options <= holds else None if options & holds else False


def _several(parts: Iterator[bool | None], deciding: bool) -> bool | None:
    """One part that comes to `deciding` decides; otherwise one that is open leaves the whole open."""
    undecided = False
    for found in parts:
        if found is deciding:
            return deciding
        undecided = undecided or found is None
    return None if undecided else not deciding
