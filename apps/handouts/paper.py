"""A sheet of A4 in black and white for any printer: up to four languages, one below the other, and a large code."""

from collections.abc import Iterator, Sequence
from io import BytesIO

import segno
from PIL import Image, ImageDraw

from apps.handouts import cards, messages
from apps.handouts.painting import write
from apps.handouts.saying import Said
from apps.handouts.typesetting import BOLD, REGULAR, Box, Line, Style, one_line

DPI = 200
WIDTH, HEIGHT, MARGIN = 1654, 2339, 110  # A4
CODE, GAP = 520, 30
LARGEST, STATUS = 110, 30
FOOT = ((BOLD, 60), (REGULAR, 44))  # the address, and the site's name
INK = "#000000"


def lines(said: Sequence[Said]) -> list[Line]:
    """Every language has the same room; what it says is as large as fits."""
    room = (HEIGHT - 2 * MARGIN - CODE - GAP) / len(said)
    found: list[Line] = []
    for number, one in enumerate(said):
        box = Box(MARGIN, MARGIN + number * room, WIDTH - 2 * MARGIN, room - GAP)
        found += _answer(one, box)
    return found + list(_foot(said[0]))


def _answer(said: Said, box: Box) -> Iterator[Line]:
    upper = Box(box.left, box.top, box.width, box.height - STATUS * 1.5)
    for line in cards.text(said, upper, LARGEST):
        yield Line(line.text, Style(line.style.font, line.style.size, INK), line.left, line.top)
    text, style = one_line(said.status, Style(REGULAR, STATUS, INK), box.width, 16)
    yield Line(text, style, box.left, box.top + box.height - STATUS * 1.2)


def _foot(said: Said) -> Iterator[Line]:
    left, top = MARGIN + CODE + GAP, HEIGHT - MARGIN - CODE
    most = WIDTH - MARGIN - left
    for number, (text, (font, size)) in enumerate(zip((said.address, said.site), FOOT, strict=True)):
        whole, style = one_line(text, Style(font, size, INK), most, 16)
        yield Line(whole, style, left, top + 150 + number * 100)


def image(said: Sequence[Said]) -> Image.Image:
    page = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(page)
    for line in lines(said):
        write(pen, line)
    code = segno.make(messages.address(said[0]), error="m", micro=False)
    scale = CODE // code.symbol_size(border=4)[0]
    for y, row in enumerate(code.matrix_iter(scale=scale, border=4)):
        for x, dark in enumerate(row):
            if dark:
                page.putpixel((MARGIN + x, HEIGHT - MARGIN - CODE + y), 0)
    return page.point(lambda value: 255 * (value > 127)).convert("1")


def pdf(said: Sequence[Said]) -> bytes:
    found = BytesIO()
    image(said).save(found, "PDF", resolution=DPI, title=said[0].title)
    return found.getvalue()
