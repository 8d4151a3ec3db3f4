"""How long a call takes, and whether two sides say the same."""

import time
from collections.abc import Callable
from typing import Any

ROUNDS = 3
SECONDS = 0.5  # a slow peer gets as many people as it manages in this time


def once(work: Callable[[], Any]) -> float:
    """Return the seconds of one call: the best of some."""
    best = float("inf")
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def each(work: Callable[[Any], Any], inputs: list[Any]) -> float:
    """Return the seconds of one call: the best of some rounds over the same inputs."""
    few, begin = 0, time.perf_counter()
    for given in inputs:
        work(given)
        few += 1
        if time.perf_counter() - begin > SECONDS:
            break
    return min(_round(work, inputs[:few]) for _ in range(ROUNDS))


def _round(work: Callable[[Any], Any], inputs: list[Any]) -> float:
    begin = time.perf_counter()
    for given in inputs:
        work(given)
    return (time.perf_counter() - begin) / len(inputs)


def agreement(said: list[frozenset[str]], truth: list[frozenset[str]]) -> str:
    """Say for how many people a peer finds the same steps as we do."""
    wrong = sum(one != other for one, other in zip(said, truth, strict=False))
    return f"{wrong} of {len(said)} people otherwise" if wrong else f"same result for {len(said)} people"
