"""What a diagram ends in, and how two outcomes are put together."""

from collections.abc import Callable

Outcome = bool | frozenset[str]
Operator = Callable[[Outcome, Outcome], Outcome]


def both(left: Outcome, right: Outcome) -> Outcome:
    """Hold if both hold."""
    return left and right


def either(left: Outcome, right: Outcome) -> Outcome:
    """Hold if one of them holds."""
    return left or right


def together(left: Outcome, right: Outcome) -> Outcome:
    """Return all that either side names."""
    return frozenset(left) | frozenset(right)  # type: ignore[arg-type]  # only called on sets


# With this operand on either side the result is known without looking at the other.
ABSORBS: dict[Operator, Outcome] = {both: False, either: True}
