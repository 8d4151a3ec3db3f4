"""The order in which steps are to be done."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from apps.rules.model import Rulebook

T = TypeVar("T")


def in_order(rulebook: Rulebook, items: Iterable[T], step: Callable[[T], str]) -> list[T]:
    """Return items in their given order, but each after all those whose steps are to be done before its own.

    `step` returns the id of an item's step. A step that is not among the items still keeps its neighbours in order.
    """
    waiting, found = list(items), list[T]()
    while waiting:
        left = {step(item) for item in waiting}
        first = next(item for item in waiting if not rulebook.earlier[step(item)] & left)
        waiting.remove(first)
        found.append(first)
    return found
