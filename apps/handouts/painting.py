"""A card as a picture of few colours, so that it travels over any connection."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw

from apps.handouts import cards
from apps.handouts.cards import ACCENT, COLOURS, GROUND, INK, MARGIN, ON_ACCENT, SOFT, Shape
from apps.handouts.saying import Said
from apps.handouts.typesetting import Line, font

QUICK, BEST = 6, 9  # the best takes eight times as long for a tenth less, so only what is heavy gets it
HEAVY = 45_000  # bytes
STEPS = 6
FINER = 4  # the sign is drawn so many times larger and made smaller, because Pillow's lines have steps


def png(said: Said, shape: Shape) -> bytes:
    image = Image.new("RGB", (shape.width, shape.height), GROUND)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, shape.width, shape.head), fill=ACCENT)
    pen.rectangle((MARGIN, shape.height - shape.foot, shape.width - MARGIN, shape.height - shape.foot + 2), fill=ACCENT)
    image.paste(_sign(shape.head // 2), (MARGIN, shape.head // 4))
    for line in cards.lines(said, shape):
        write(pen, line)
    few = image.quantize(palette=_palette(), dither=Image.Dither.NONE)
    found = _packed(few, QUICK)
    return found if len(found) < HEAVY else _packed(few, BEST)


def _packed(image: Image.Image, level: int) -> bytes:
    found = BytesIO()
    image.save(found, "PNG", compress_level=level)
    return found.getvalue()


def write(pen: ImageDraw.ImageDraw, line: Line) -> None:
    pen.text((line.left, line.top), line.text, line.style.colour, font(line.style.font, line.style.size))


@cache
def _palette() -> Image.Image:
    """Every colour of the letters in a few steps to what they stand on: choosing colours anew takes ten times as long."""
    pairs = [(ink, GROUND) for ink in dict.fromkeys((INK, SOFT, *COLOURS.values()))] + [(ON_ACCENT, ACCENT)]
    steps = [colour for ink, ground in pairs for colour in _between(ImageColor.getrgb(ink), ImageColor.getrgb(ground))]
    image = Image.new("P", (1, 1))
    image.putpalette([value for colour in dict.fromkeys(steps) for value in colour])
    return image


def _between(one: tuple[int, ...], other: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for step in range(STEPS):
        yield tuple(round(a + (b - a) * step / (STEPS - 1)) for a, b in zip(one, other, strict=True))


@cache
def _sign(size: int) -> Image.Image:
    """The site's sign: a tick on a rounded square."""
    large = size * FINER
    image = Image.new("RGB", (large, large), ACCENT)
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, large - 1, large - 1), large // 4, fill=ON_ACCENT)
    tick = [(large * x / 8, large * y / 8) for x, y in ((2, 4), (3.5, 5.5), (6, 2.5))]
    pen.line(tick, fill=ACCENT, width=large // 8, joint="curve")
    return image.resize((size, size), Image.Resampling.LANCZOS)
