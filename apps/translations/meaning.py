"""What of a text decides what people must do: its figures, dates, negations, modal words and kinds of days."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "content" / "meaning.toml"
WORDS = re.compile(r"\d+|[^\W\d_]+")
SHORT = 3  # signs: a listed word this short is meant as it stands, a longer one as the beginning of words


def changed(before: str, after: str, language: str) -> bool:
    """Say whether words that decide what people must do came, went or moved, whatever the author calls the change.

    >>> changed("Сообщите в течение 3 дней.", "Сообщите не позднее 3 дней.", "ru")
    True
    >>> changed("Сообщите в течение 3 дней.", "Сообщите о переезде в течение 3 дней.", "ru")
    False
    """
    return weighty(before, language) != weighty(after, language)


def weighty(text: str, language: str) -> list[str]:
    """Return the words that decide, in their order."""
    found = (_kind(word, language) for word in WORDS.findall(text.casefold()))
    return [kind for kind in found if kind]


def figures(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+", text))


def _kind(word: str, language: str) -> str:
    if word.isdecimal():
        return str(int(word))
    exact, beginnings = _listed(language)
    if word in exact:
        return word
    return next((start for start in beginnings if word.startswith(start)), "")


@cache
def _listed(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    table: Mapping[str, list[str]] = tomllib.loads(FILE.read_text("utf-8")).get(language, {})
    words = [word for kind in table.values() for word in kind]
    beginnings = sorted((word for word in words if len(word) > SHORT), key=len, reverse=True)
    return frozenset(words), tuple(beginnings)
