"""What pages are made of, remembered by a process until something changes that readers see.

A request asks once which version it is of, and only if it needs anything. One that may change something remembers nothing.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse

from apps.publishing import versions
from apps.translations import kept

Version = tuple[Any, ...]

_of_one_version: tuple[Version, dict[str, Any]] = ((), {})


class Memory:
    """What a request finds: all of it of the version at its beginning, or newer."""

    def __call__(self, key: str, read: kept.Read) -> Any:
        if key not in self._found:
            self._found[key] = read()
        return self._found[key]

    @cached_property
    def _found(self) -> dict[str, Any]:
        global _of_one_version
        version, known = versions.exactly(), _of_one_version
        if known[0] != version:
            known = _of_one_version = (version, {})
        return known[1]


def remember(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return get_response(request)
        with kept.with_memory(Memory()):
            return get_response(request)

    return middleware
