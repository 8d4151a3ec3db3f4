"""The one file of each language beside what a node publishes: made once, whichever process is asked for it or its size."""

import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings


def kept(language: str, known_as: str, make: Callable[[], Any]) -> Any:
    """What lies there under this name, or is made and put there now."""
    place = Path(settings.PUBLISHED_ROOT) / "files" / language
    found = _lying(place, known_as)
    if found is None:
        found = make()
        with suppress(OSError):  # a full disk is no reason to show nothing
            _put(place, pickle.dumps((known_as, found)))
    return found


def _lying(place: Path, known_as: str) -> Any:
    try:
        named, found = pickle.loads(place.read_bytes())
    except (OSError, ValueError, AttributeError, EOFError, pickle.UnpicklingError):
        return None
    return found if named == known_as else None


def _put(place: Path, content: bytes) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = place.with_name(f"{place.name}.{os.getpid()}")
    new.write_bytes(content)
    new.replace(place)
