"""All questions on one page, for somebody who answers for others: with the list in two languages, a link and its QR code.

What is shown of the answers is plain: static/js/helper/helper.js makes the same under the same names.
"""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from apps.amina import current
from apps.amina.phrasebook import Phrasebook
from apps.rules import assess
from apps.selfcheck import answering, codes, pages, results, showing
from apps.selfcheck.answering import Form
from apps.selfcheck.interview import Standing

OPENING = "about"  # always that something has happened: then everything else is asked


@dataclass(frozen=True)
class Screen:
    title: str
    help: str
    fields: list[pages.Field]


def submitted(post: QueryDict) -> Form:
    """A form on which everything stands: what is not ticked is not so, and what is not chosen stays open."""
    sent = post.copy()
    sent.setlist("shown", [id for id in current.rulebook().questions if id != OPENING])
    form = answering.submitted(current.rulebook(), sent, current.today())
    form.missing.clear()
    return form


def questions(form: Form, phrases: Phrasebook) -> dict[str, Any]:
    names = dict.fromkeys(question.screen for question in current.rulebook().questions.values())
    screens = [_screen(name, form, phrases) for name in names if name != OPENING]
    fields = [field for screen in screens for field in screen.fields]
    return {**pages.in_language(phrases), "screens": screens, **pages.mistakes(fields)}


def told(form: Form, phrases: Phrasebook, other: str, home: str) -> dict[str, Any]:
    """What the answers lead to, as far as they are given; each counts, whatever the others are."""
    standing = Standing((), assess(current.rulebook(), form.given, current.today()))
    known = showing.context(standing, form, phrases, other)
    return {
        **known,
        "find_out": results.context(standing.assessment, phrases)["find_out"],
        "text": "\n\n".join(map(as_text, known["columns"])),
        "link": f"{home}#{codes.encoded(current.rulebook(), form.given)}",
        "beside": other,
    }


def as_text(column: showing.Column) -> str:
    lines = (f"{number}. {line.title} — {line.day}" for number, line in enumerate(column.lines, 1))
    return "\n".join([column.verdict, *lines, column.made])


def _screen(name: str, form: Form, phrases: Phrasebook) -> Screen:
    asked = current.rulebook().screen(name)
    fields = [pages.field(question, form, phrases, current.today(), asked[0]) for question in asked]
    title = phrases.text(f"screens.{name}.title") or fields[0].title
    return Screen(title, phrases.text(f"screens.{name}.help"), fields)
