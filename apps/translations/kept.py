"""What many pages are made of: read anew each time, unless whoever makes or serves a whole version keeps it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from apps.translations import languages

Read = Callable[[], Any]
Way = Callable[[str, Read], Any]

_memory: ContextVar[Way | None] = ContextVar("memory", default=None)


def anew(key: str, read: Read) -> Any:
    """Read a thing, unless what asks for it has a memory."""
    memory = _memory.get()
    return memory(key, read) if memory else read()


_way: Way = anew


def of(name: str, read: Read) -> Any:
    """Return what `read` finds in the active language, or what was kept of it."""
    return _way(f"{languages.active()}/{name}", read)


def use(way: Way) -> None:
    """Let this process find things this way from now on."""
    global _way
    _way = way


@contextmanager
def with_memory(memory: Way) -> Iterator[None]:
    """Let what is asked for meanwhile be found there first."""
    before = _memory.set(memory)
    try:
        yield
    finally:
        _memory.reset(before)
