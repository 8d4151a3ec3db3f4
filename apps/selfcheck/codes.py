"""Share codes: the answers as a few letters behind a link's # (static/js/selfcheck/codes.js), which browsers never send.

A layout lists the questions and options that a code's number counts through. Once published it is kept in
share_codes.json for ever, so that an old link still finds its answers by their ids after the rulebook has changed.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from apps.rules import UNKNOWN, Rulebook, fingerprint

FILE = Path(__file__).parent / "share_codes.json"
LENGTH = 3
UNCHECKED = ["848"]  # codes of these layouts were given out without check letters

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
FIRST_DAY, DAYS = date(2010, 1, 1), 9496
NOT_ASKED, NOT_KNOWN, FIRST = 0, 1, 2
CHECKED, PRIME = 4, 16777213

Layout = list[list[str]]


def layout(rulebook: Rulebook) -> Layout:
    """Each question's id and its options; dates, which have none and take the most room, come last."""
    choices = [[question.id, *question.options] for question in rulebook.choices()]
    return choices + [[question.id] for question in rulebook.questions.values() if question.is_date]


def current(rulebook: Rulebook) -> str:
    return version(layout(rulebook))


def version(layout: Layout) -> str:
    return fingerprint(["checked", layout])[:LENGTH]


def encoded(rulebook: Rulebook, given: Mapping[str, str | list[str]]) -> str:
    """As the phone writes it, for helpers whose phone runs no scripts."""
    number, letters = 0, ""
    for id, *options in reversed(layout(rulebook)):
        number = number * (FIRST + (len(options) or DAYS)) + _digit(options, given.get(id))
    while number:
        number, rest = divmod(number, len(LETTERS))
        letters += LETTERS[rest]
    return f"{current(rulebook)}.{letters}{_check(current(rulebook) + letters)}"


def _digit(options: list[str], value: str | list[str] | None) -> int:
    if value is None:
        return NOT_ASKED
    if value == UNKNOWN or isinstance(value, list):
        return NOT_KNOWN
    return FIRST + (options.index(value) if options else (date.fromisoformat(value) - FIRST_DAY).days)


def _check(text: str) -> str:
    rest = 1
    for letter in text:
        rest = (rest * len(LETTERS) + LETTERS.index(letter)) % PRIME
    return "".join(LETTERS[rest // len(LETTERS) ** place % len(LETTERS)] for place in range(CHECKED))


def older(rulebook: Rulebook) -> dict[str, Layout]:
    return {code: layout for code, layout in published().items() if code != current(rulebook)}


@cache
def published() -> dict[str, Layout]:
    found: dict[str, Layout] = json.loads(FILE.read_text("utf-8"))
    return found
