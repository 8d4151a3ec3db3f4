"""The ids for which the self-check needs words, derived from the rulebook."""

from collections.abc import Iterable

from apps.rules import Rulebook
from apps.rules.saying import required

OPTIONAL_ENDING = ".help"


def unknown(rulebook: Rulebook, keys: Iterable[str]) -> list[str]:
    """Return the keys that mean nothing: neither a required one nor the help text of a question or screen."""
    known = {*required(rulebook)}
    return [key for key in keys if _without_help(key) not in known]


def _without_help(key: str) -> str:
    return f"{key.removesuffix(OPTIONAL_ENDING)}.title" if key.endswith(OPTIONAL_ENDING) else key


__all__ = ["required", "unknown"]
