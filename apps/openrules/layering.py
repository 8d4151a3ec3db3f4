"""Layered drawing of a flow (Sugiyama, Tagawa and Toda 1981): forks in rows, lines that never cross a fork."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

SWEEPS = 6

Key = Hashable
Line = tuple[Key, int, Key]  # from a fork, its how-manieth line, to a fork


@dataclass(frozen=True)
class Through:
    """A place in a row that a line only passes through on its way to a later one."""

    line: Line
    row: int


def rows(row_of: Mapping[Key, int], lines: Iterable[Line]) -> tuple[list[list[Key]], dict[Line, list[Key]]]:
    """Return the forks of each row from left to right, and each line's way from row to row."""
    ways = {line: _way(line, row_of) for line in lines}
    last = max(row_of.values(), default=-1)
    found: list[list[Key]] = [[] for _ in range(last + 1)]
    for key, row in row_of.items():
        found[row].append(key)
    for way in ways.values():
        for place in way:
            if isinstance(place, Through):
                found[place.row].append(place)
    _order(found, ways.values())
    return found, ways


def _way(line: Line, row_of: Mapping[Key, int]) -> list[Key]:
    start, _, end = line
    between = range(row_of[start] + 1, row_of[end])
    return [start, *(Through(line, row) for row in between), end]


def _order(found: list[list[Key]], ways: Iterable[list[Key]]) -> None:
    """Put each place near the middle of its neighbours, downwards and upwards in turn."""
    above, below = defaultdict[Key, list[Key]](list), defaultdict[Key, list[Key]](list)
    for way in ways:
        for upper, lower in zip(way, way[1:], strict=False):
            above[lower].append(upper)
            below[upper].append(lower)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        for row in found[1:] if down else found[-2::-1]:
            place = _places(found)
            neighbours = above if down else below
            row.sort(key=lambda key: _middle([place[other] for other in neighbours[key]], place[key]))


def _places(found: list[list[Key]]) -> dict[Key, float]:
    return {key: (number + 0.5) / len(row) for row in found for number, key in enumerate(row)}


def _middle(places: list[float], own: float) -> float:
    return sum(places) / len(places) if places else own
