"""What has changed, for whom: the recorded comparisons in a reader's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from apps.amina import current
from apps.amina.phrasebook import Phrasebook
from apps.openrules import deciding
from apps.rules import Span
from apps.rules.saying import Record, Wording, read_record

FILE = current.FOLDER.parent / "changes.json"

ABOUT = {
    "kind": _("whether it is a duty"),
    "timing": _("how urgent it is"),
    "needs": _("what has to be done first"),
    "deadline": _("the deadline"),
    "certainty": _("how sure we are"),
    "sources": _("the sources"),
    "facts": _("the facts behind it"),
}


@dataclass(frozen=True)
class Day:
    """A day on which something changed: by a date of the law, or because we corrected a rule."""

    on: date
    by_law: bool
    changes: list[Record]

    @property
    def id(self) -> str:
        return self.on.isoformat() if self.by_law else f"{self.on.isoformat()}-revised"


@dataclass(frozen=True)
class Group:
    """Example people: what is true of all of them, and what of each."""

    together: str
    each: list[str]


@dataclass(frozen=True)
class Change:
    """A step that concerns other people than before."""

    step: str
    title: str
    percent: float
    span: Span
    gained: Group | None
    lost: Group | None
    about: list[str]


@cache
def days() -> list[Day]:
    """Every day on which something changed, the newest first."""
    record = read_record(FILE)
    found = [Day(date.fromisoformat(day["on"]), True, day["changes"]) for day in record["days"]]
    found += [Day(date.fromisoformat(day["on"]), False, day["changes"]) for day in record["revisions"]]
    return sorted(found, key=lambda day: day.on, reverse=True)


def index(phrases: Phrasebook) -> dict[str, Any]:
    return {"phrases": phrases, "days": days(), "today": current.today()}


def on_day(day: Day, phrases: Phrasebook) -> dict[str, Any]:
    wording = deciding.wording_in(phrases)
    changes = [_change(change, wording) for change in day.changes]
    return {"phrases": phrases, "day": day, "changes": changes}


def _change(change: Record, wording: Wording) -> Change:
    id = change["step"]
    return Change(
        # A step that exists no longer has neither phrases nor a page.
        id if id in current.rulebook().steps else "",
        wording.phrases[f"steps.{id}.title"] or id,
        100 * change["share"],
        Span(*(date.fromisoformat(day) if day else None for day in change["span"])),
        _group(change["gained"], wording),
        _group(change["lost"], wording),
        [str(ABOUT[name]) for name in change["about"]],
    )


def _group(people: list[dict[str, str]], wording: Wording) -> Group | None:
    if not people:
        return None
    shared = {key: value for key, value in people[0].items() if all(one.get(key) == value for one in people)}
    apart = [{key: value for key, value in one.items() if key not in shared} for one in people]
    return Group(_said(shared, wording), [_said(one, wording) for one in apart if one])


def _said(answers: dict[str, str], wording: Wording) -> str:
    return "; ".join(_answers(answers, wording))


def _answers(answers: dict[str, str], wording: Wording) -> Iterator[str]:
    for question, option in answers.items():
        known = current.rulebook().questions.get(question)
        if known and option in known.options:
            yield f"{wording.phrases[f'questions.{question}.label']}: {wording.option(question, option)}"
