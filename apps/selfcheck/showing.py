"""The list in two languages side by side, to be shown at a counter or to the police.

Every value is plain: static/js/selfcheck/showing.js makes the same ones under the same names.
"""

import html
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from apps.amina.phrasebook import Phrasebook, phrasebook_in
from apps.rules import Assessment
from apps.selfcheck import pages, results
from apps.selfcheck.answering import Form
from apps.selfcheck.interview import Standing
from apps.translations import languages

# What is said in words that the language makes of the values; none of these holds an element.
WORDS = ("heading", "unsure", "day", "made")


@dataclass(frozen=True)
class Line:
    language: str
    title: str
    day: str


@dataclass(frozen=True)
class Column:
    """The list in one language."""

    language: str
    heading: str
    verdict: str
    lines: list[Line]
    made: str


def context(standing: Standing, form: Form, phrases: Phrasebook, other: str) -> dict[str, Any]:
    codes = dict.fromkeys([phrases.language, other if other in languages.OWN_NAMES else languages.ORIGINAL])
    columns = [column(standing.assessment, code) for code in codes]
    return {
        **pages.common(standing, form, phrases),
        "columns": columns,
        "rows": list(zip(*(one.lines for one in columns), strict=True)),
    }


def column(assessment: Assessment, language: str) -> Column:
    with translation.override(language):
        known = results.context(assessment, phrasebook_in(language))
        verdict, cards = known["verdict"], [*known["first_steps"], *known["more_steps"]]
        lines = [Line(language, card.title, _words("day", {"card": card})) for card in cards]
        title = verdict.title if verdict else _words("unsure", known)
        return Column(language, _words("heading", known), title, lines, _words("made", known))


def template(name: str) -> str:
    return f"selfcheck/includes/{name}.html"


def _words(name: str, known: dict[str, Any]) -> str:
    return html.unescape(" ".join(render_to_string(template(name), known).split()))
