"""Share codes: the answers as a few letters behind a link's # (static/js/selfcheck/codes.js), which browsers never send.

A layout lists the questions and options that a code's number counts through. Once published it is kept in
share_codes.json for ever, so that an old link still finds its answers by their ids after the rulebook has changed.
"""

import json
from functools import cache
from pathlib import Path

from apps.rules import Rulebook, fingerprint

FILE = Path(__file__).parent / "share_codes.json"
LENGTH = 3
UNCHECKED = ["848"]  # codes of these layouts were given out without check letters

Layout = list[list[str]]


def layout(rulebook: Rulebook) -> Layout:
    """Each question's id and its options; dates, which have none and take the most room, come last."""
    choices = [[question.id, *question.options] for question in rulebook.choices()]
    return choices + [[question.id] for question in rulebook.questions.values() if question.is_date]


def current(rulebook: Rulebook) -> str:
    return version(layout(rulebook))


def version(layout: Layout) -> str:
    return fingerprint(["checked", layout])[:LENGTH]


def older(rulebook: Rulebook) -> dict[str, Layout]:
    return {code: layout for code, layout in published().items() if code != current(rulebook)}


@cache
def published() -> dict[str, Layout]:
    found: dict[str, Layout] = json.loads(FILE.read_text("utf-8"))
    return found
