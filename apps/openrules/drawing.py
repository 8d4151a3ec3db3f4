"""Where the forks and lines of a flow lie on a drawing, in units of its view box."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from apps.openrules import layering
from apps.openrules.layering import Key, Line, Through

WIDTH, GAP, PAD = 214, 34, 9
LINE_HEIGHT, LETTERS, LETTERS_BESIDE_BADGE, BADGE = 16, 29, 25, 26
LANE, CORRIDOR = 9, 22  # between two lines side by side; above and below them


@dataclass(frozen=True)
class Way:
    """Some answers to a question, and the number of the fork or of the verdict that they lead to."""

    text: str
    fork: int | None
    verdict: int | None


@dataclass(frozen=True)
class Fork:
    """A question at one place of the flow; `row` is its place in the order of questions."""

    number: int
    row: int
    title: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Text:
    """One line of text; `badge` is the number of the verdict that stands beside its first line."""

    y: float
    text: str
    bold: bool
    badge: int | None


@dataclass(frozen=True)
class Box:
    """A fork on the drawing."""

    x: float
    y: float
    height: float
    texts: tuple[Text, ...]
    exits: tuple[float, ...]

    @property
    def middle(self) -> float:
        return self.x + WIDTH / 2


@dataclass(frozen=True)
class Drawing:
    """Boxes, and lines as the data of SVG paths."""

    width: float
    height: float
    boxes: list[Box]
    paths: list[str]


def draw(forks: Sequence[Fork]) -> Drawing:
    """Lay the forks out in rows by their question, and lead the lines through the corridors between them."""
    lines = [(fork.number, at, way.fork) for fork in forks for at, way in enumerate(fork.ways) if way.fork is not None]
    rows, ways = layering.rows({fork.number: fork.row for fork in forks}, lines)
    boxes = {fork.number: _box(fork) for fork in forks}
    widest = max(_width(row) for row in rows)
    placed, tops, y = dict[Key, Box](), list[tuple[float, float]](), 0.0
    for row in rows:
        height = max((boxes[key].height for key in row if isinstance(key, int)), default=0)
        placed |= _in_row(row, boxes, (widest - _width(row)) / 2, y)
        tops.append((y, y + height))
        y += height + 2 * CORRIDOR + LANE * len(row)
    paths = [_path(line, way, placed, tops, rows) for line, way in ways.items()]
    shown = [placed[fork.number] for fork in forks]
    return Drawing(widest + 4, tops[-1][1] + 4, shown, paths)


def _box(fork: Fork) -> Box:
    texts, exits, y = [], [], PAD + 12.0
    for line in textwrap.wrap(f"{fork.number}. {fork.title}", LETTERS):
        texts.append(Text(y, line, True, None))
        y += LINE_HEIGHT
    for way in fork.ways:
        y += 5
        exits.append(y - 4)
        for number, line in enumerate(textwrap.wrap(way.text, LETTERS_BESIDE_BADGE if way.verdict else LETTERS)):
            texts.append(Text(y, line, False, None if number else way.verdict))
            y += LINE_HEIGHT
    return Box(0, 0, y - LINE_HEIGHT + PAD, tuple(texts), tuple(exits))


def _width(row: Sequence[Key]) -> float:
    return sum(LANE if isinstance(key, Through) else WIDTH for key in row) + GAP * len(row)


def _in_row(row: Sequence[Key], boxes: Mapping[int, Box], x: float, y: float) -> dict[Key, Box]:
    placed: dict[Key, Box] = {}
    for key in row:
        box = boxes[key] if isinstance(key, int) else Box(0, 0, 0, (), ())
        # A line that passes through has its middle where a fork would have its own.
        at = x if isinstance(key, int) else x + LANE / 2 - WIDTH / 2
        placed[key] = Box(at, y, box.height, box.texts, box.exits)
        x += (WIDTH if isinstance(key, int) else LANE) + GAP
    return placed


def _path(
    line: Line,
    way: Sequence[Key],
    placed: Mapping[Key, Box],
    tops: Sequence[tuple[float, float]],
    rows: list[list[Key]],
) -> str:
    """From the right of an answer down beside its fork, then from corridor to corridor into the top of the next fork."""
    start, at, _ = line
    box = placed[start]
    x, y = box.x + WIDTH + 7 + 6 * at, box.y + box.exits[at]
    data = [f"M{box.x + WIDTH:g} {y:g}H{x:g}"]
    for upper, lower in zip(way, way[1:], strict=False):
        row = next(number for number, keys in enumerate(rows) if upper in keys)
        lane = tops[row][1] + CORRIDOR + LANE * rows[row + 1].index(lower)
        data.append(
            f"V{lane:g}H{placed[lower].middle:g}V{tops[row + 1][0] - (0 if isinstance(lower, Through) else 2):g}"
        )
    return "".join(data)
