"""What stands where on a card: a question, its answer, how sure it is, of what day, and the address."""

from collections.abc import Iterator
from dataclasses import dataclass

from apps.handouts.saying import Said
from apps.handouts.typesetting import BOLD, REGULAR, Box, Line, Style, broken, height, one_line, placed, shortened

GROUND, INK, SOFT, ACCENT, ON_ACCENT = "#fbfaf7", "#1d2321", "#4d5753", "#0b5f59", "#ffffff"
COLOURS = {"official": ACCENT, "reported": ACCENT, "sources-differ": "#8a3b00", "no-public-answer": "#9b1c1c"}
MARGIN, GAP = 56, 26


@dataclass(frozen=True)
class Shape:
    name: str
    width: int
    height: int
    largest: int  # letters of the question; those of the answer are in proportion
    head: int
    foot: int

    def text(self) -> Box:
        """Where question and answer stand."""
        top = self.head + GAP
        return Box(MARGIN, top, self.width - 2 * MARGIN, self.height - self.foot - GAP // 2 - top)


WIDE = Shape("wide", 1200, 630, largest=84, head=76, foot=118)
SQUARE = Shape("square", 1080, 1080, largest=104, head=92, foot=136)
SHAPES = {shape.name: shape for shape in (WIDE, SQUARE)}
SMALLEST, STEP, ANSWER = 40, 2, 0.6


def lines(said: Said, shape: Shape) -> list[Line]:
    return [*_head(said, shape), *text(said, shape.text(), shape.largest), *_foot(said, shape)]


def _head(said: Said, shape: Shape) -> Iterator[Line]:
    text, style = one_line(said.site, Style(BOLD, shape.head // 2, ON_ACCENT), shape.width - 4 * MARGIN, 16)
    yield Line(text, style, MARGIN + shape.head * 0.8, (shape.head - style.size * 1.2) / 2)


def text(said: Said, box: Box, largest: int) -> list[Line]:
    """Question and answer in the largest letters in which both fit."""
    for size in range(largest, SMALLEST - 1, -STEP):
        found = _of_size(said, box, size)
        if found:
            return found
    style = Style(BOLD, SMALLEST, ACCENT)  # whatever an editor wrote: rather cut than outside
    whole = broken(said.title, style, box.width) or [shortened(said.title, style, box.width)]
    return list(placed(whole[: int(box.height // height([""], style))], style, box.left, box.top))


def _of_size(said: Said, box: Box, size: int) -> list[Line]:
    title, answer = Style(BOLD, size, ACCENT), Style(REGULAR, int(size * ANSWER), INK)
    above, below = broken(said.title, title, box.width), broken(said.text, answer, box.width)
    if above is None or below is None:
        return []
    used = height(above, title)
    gap = GAP if below else 0
    if used + gap + height(below, answer) > box.height:
        return []
    return [*placed(above, title, box.left, box.top), *placed(below, answer, box.left, box.top + used + gap)]


def _foot(said: Said, shape: Shape) -> Iterator[Line]:
    most, top = shape.width - 2 * MARGIN, shape.height - shape.foot + 14
    text, style = one_line(said.status, Style(REGULAR, 30, COLOURS.get(said.certainty, SOFT)), most, 16)
    yield Line(text, style, MARGIN, top)
    text, style = one_line(said.address, Style(BOLD, 38, ACCENT), most, 16)
    yield Line(text, style, MARGIN, top + (46 if said.status else 24))
