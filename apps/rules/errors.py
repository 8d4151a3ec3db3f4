"""What can go wrong, said so that the author can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


class RulebookError(ValueError):
    """A rulebook is broken. The message names the file and line, what is wrong and how to mend it."""


class AnswerError(ValueError):
    """An answer names a question or an option that the rulebook does not have. It tells the question, never the answer."""


class CalendarError(ValueError):
    """A working day was asked for beyond the published calendar."""


@dataclass(frozen=True)
class Failure:
    """A proof that does not hold, and the answers of a person it fails for, where there is one."""

    proof: str
    message: str
    witness: dict[str, str] | None = None


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word nearest to a misspelt one.

    >>> nearest("vehicel", ["age", "vehicle"])
    "Did you mean 'vehicle'?"
    >>> nearest("colour", ["age", "vehicle"])
    'Known: age, vehicle.'
    """
    known = list(known)
    close = get_close_matches(name, known, n=1)
    return f"Did you mean {close[0]!r}?" if close else f"Known: {', '.join(known)}."
