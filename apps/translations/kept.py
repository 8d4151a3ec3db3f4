"""What many pages are made of: read anew each time, unless whoever makes or serves a whole version keeps it."""

from collections.abc import Callable
from typing import Any

from apps.translations import languages

Read = Callable[[], Any]
Way = Callable[[str, Read], Any]


def anew(key: str, read: Read) -> Any:
    return read()


_way: Way = anew


def of(name: str, read: Read) -> Any:
    """Return what `read` finds in the active language, or what was kept of it."""
    return _way(f"{languages.active()}/{name}", read)


def use(way: Way) -> None:
    """Let this process find things this way from now on."""
    global _way
    _way = way
