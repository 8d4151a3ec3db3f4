"""The second opinion: plain three-valued evaluation of a condition (Kleene 1952), without any diagram."""

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
        case Is(question) | In(question):
            holds = epoch.rulebook.meaning(condition)
            options = possible.get(question) or frozenset(epoch.rulebook.questions[question].options)
            return True if options <= holds else None if options & holds else False
        case All(parts) | Any(parts):
            deciding, undecided = isinstance(condition, Any), False
            for part in parts:
                found = evaluate(part, epoch, possible, known)
                if found is deciding:
                    return deciding
                undecided = undecided or found is None
            return None if undecided else not deciding
        case Named(id):
            if id not in known:
                known[id] = evaluate(epoch.defined(id), epoch, possible, known)
            return known[id]
        case Not(part):
            inner = evaluate(part, epoch, possible, known)
            return None if inner is None else not inner
        case Constant(value):
            return value
