"""The line that shows an answer in a frame on another site: it runs no script there and sets no cookie."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString

from apps.handouts.saying import Said

WIDTH, HEIGHT = 480, 360
FRAME = '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy" referrerpolicy="no-referrer"></iframe>'


def address(language: str, slug: str) -> str:
    return f"{settings.SITE_ADDRESS}/embed/{language}/q/{slug}/"


def frame(language: str, slug: str, title: str, width: int = WIDTH, height: int = HEIGHT) -> SafeString:
    return format_html(FRAME, address(language, slug), width, height, title)


def lines(chosen: Iterable[tuple[str, list[Said]]]) -> list[str]:
    """Plain text to paste, one line for each answer and language."""
    return [str(frame(one.language, slug, one.title)) for slug, said in chosen for one in said]
