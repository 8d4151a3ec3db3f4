"""What the forms of the self-check and of the search are made of, so that they are answered when the database is not."""

import pickle
from typing import Any

from django.utils import translation

from apps.amina.phrasebook import phrasebook_in
from apps.asking import reading
from apps.finding import shelf as search
from apps.selfcheck.shelf import Shelf
from apps.translations import kept

PREFIX = "words:"  # no address that a visitor can ask for
_found: dict[str, Any] = {}
_asked: set[str] = set()


def once(key: str, read: kept.Read) -> Any:
    """Read a thing the first time that it is asked for."""
    _asked.add(key)
    if key not in _found:
        _found[key] = read()
    return _found[key]


def in_language(code: str) -> bytes:
    """Return everything that a form in this language needs from the database, where things are read once."""
    _asked.clear()
    with translation.override(code):
        Shelf(phrasebook_in(code).language, []).afterwards()
        search.shelf()
        reading.topics()
    return pickle.dumps({key: _found[key] for key in _asked})
