"""Lines of text as the font itself measures them: broken, and made as large as a box allows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
REGULAR, BOLD = "DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf"
SLACK = 4  # pixels by which a line may be wider than its words, because letters move where words meet
LEADING = 1.22  # from line to line, in sizes of the letters


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    width: float
    height: float

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.left + other.width <= self.left + self.width
            and other.top + other.height <= self.top + self.height
        )


@dataclass(frozen=True)
class Style:
    font: str
    size: int
    colour: str


@dataclass(frozen=True)
class Line:
    """One line where it stands."""

    text: str
    style: Style
    left: float
    top: float

    def box(self) -> Box:
        """What its ink covers, and at least what its advance asks for."""
        left, top, right, bottom = font(self.style.font, self.style.size).getbbox(self.text)
        wide = max(right, width(self.text, self.style)) - min(left, 0)
        return Box(self.left + min(left, 0), self.top + top, wide, bottom - top)


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=100_000)
def width(text: str, style: Style) -> float:
    return font(style.font, style.size).getlength(text)


def height(lines: list[str], style: Style) -> float:
    return len(lines) * style.size * LEADING


def broken(text: str, style: Style, most: float) -> list[str] | None:
    """The text in lines of at most this width, or nothing where one word alone is wider."""
    lines: list[str] = []
    space = width(" ", style)
    left = 0.0
    for word in text.split():
        wide = width(word, style)
        if wide > most - SLACK:
            return None
        if lines and wide + space <= left:
            lines[-1] += f" {word}"
            left -= wide + space
        else:
            lines.append(word)
            left = most - SLACK - wide
    return lines


def placed(lines: list[str], style: Style, left: float, top: float) -> Iterator[Line]:
    for number, text in enumerate(lines):
        yield Line(text, style, left, top + number * style.size * LEADING)


def one_line(text: str, style: Style, most: float, least: int) -> tuple[str, Style]:
    """The text in the largest letters in which it fits one line."""
    for size in range(style.size, least - 1, -1):
        found = Style(style.font, size, style.colour)
        if width(text, found) <= most:
            return text, found
    return shortened(text, found, most), found


def shortened(text: str, style: Style, most: float) -> str:
    while text and width(f"{text}…", style) > most:
        text = text[:-1].rstrip()
    return f"{text}…"
