"""A rulebook as small integer tables, for a walker that knows no conditions: the same decisions on the phone.

Days are counted from 1 January 1970 in the rulebook's time zone. A reference to a diagram is 0 (does not hold),
1 (holds) or the number of one of the `rows` plus 2. A row is a question's position followed by where each of its
options leads: 0, 1, or -n for the row n above. So [3, 0, -1, 1] is question 3: its first option says no, its second
leaves it to the row before, its third says yes. Said as distances many rows are alike, so that a quarter of the bytes
is sent. Rows are shared by all steps, readings and epochs.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from apps.rules.diagrams import Diagram, Node
from apps.rules.epochs import Epoch, epochs
from apps.rules.model import Deadline, Rulebook, Step
from apps.rules.questions import Band, Question, Unit
from apps.rules.scales import Certainty

ORIGIN = date(1970, 1, 1)
FIRST_ROW = 2


def bundle(rulebook: Rulebook) -> dict[str, Any]:
    """Return everything that is needed to assess a person on any day, as plain JSON values without words.

    `version` is a hash of all the rest; `recheck` is the last day on which every rule is still checked in time.
    """
    tables = _Tables(rulebook)
    found = {
        "zone": rulebook.time_zone,
        "recheck": _day(recheck_by(rulebook)),
        "questions": [_question(question, tables) for question in rulebook.questions.values()],
        "steps": [_step(step, tables) for step in rulebook.steps.values()],
        "exclusive": {id: {"asks": group.asks} for id, group in rulebook.exclusive.items()},
        "surest_first": list(Certainty),
        "epochs": [_epoch(epoch, tables) for epoch in epochs(rulebook)],
        "rows": tables.rows,
        "calendar": _calendar(rulebook),
    }
    return {"version": fingerprint(found), **found}


def recheck_by(rulebook: Rulebook) -> date:
    """Return the last day by which every rule is still checked in time."""
    return min(step.checked_on + timedelta(days=step.recheck_days) for step in rulebook.steps.values())


def fingerprint(value: Any) -> str:
    """Return a short hash of JSON values."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:10]


class _Tables:
    """The rows of all diagrams and the positions of questions."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.position = {id: number for number, id in enumerate(rulebook.questions)}
        self.choices = [self.position[question.id] for question in rulebook.choices()]
        self.rows: list[tuple[int, ...]] = []
        self._known: dict[Node, int] = {}

    def reference(self, diagram: Diagram) -> int:
        if not isinstance(diagram, Node):
            return int(bool(diagram))
        if diagram not in self._known:
            children = [self.reference(child) for child in diagram.children]
            here = self._known[diagram] = len(self.rows) + FIRST_ROW
            ways = [child - here if child >= FIRST_ROW else child for child in children]
            self.rows.append((self.choices[diagram.question], *ways))
        return self._known[diagram]


def _question(question: Question, tables: _Tables) -> dict[str, Any]:
    names = ("id", "kind", "screen", "lies" if question.is_date else "options")
    found: dict[str, Any] = {name: getattr(question, name) for name in names}
    if question.bands:
        found["date"] = tables.position[question.date_from]
        found["bands"] = [
            [question.options.index(band.option), band.days, int(band.unit is Unit.WORKING_DAY), *_band_ends(band)]
            for band in question.bands
        ]
    for nested in [nested for nested in tables.rulebook.nested if nested.question is question]:
        opening = [nested.parent.options.index(option) for option in nested.parent.options if option in nested.opening]
        found["under"] = [tables.position[question.under], *opening]
    return found


def _band_ends(band: Band) -> list[int | None]:
    """The last day of a band with `until`, and whether it is exact; nothing for the others."""
    return [_day(band.until) if band.until else None, int(band.exact)] if band.until or band.exact else []


def _step(step: Step, tables: _Tables) -> dict[str, Any]:
    names = ("id", "kind", "goal", "timing", "exclusive_group", "certainty", "sources")
    found = {name: getattr(step, name) for name in names} | {"checked": _day(step.checked_on)}
    found |= {"duty": step.kind.is_duty, "to_do": step.kind.is_to_do}
    found |= {"safe": True} if step.safe else {}
    if step.safe and step.not_with:
        found["not_with"] = [at for at, id in enumerate(tables.rulebook.steps) if id in step.not_with]
    if earlier := tables.rulebook.earlier[step.id]:
        found["after"] = [at for at, id in enumerate(tables.rulebook.steps) if id in earlier]
    found |= {"needs": step.needs} if step.needs else {}
    return found | ({"deadline": _deadline(step.deadline, tables)} if step.deadline else {})


def _deadline(deadline: Deadline, tables: _Tables) -> dict[str, Any]:
    if deadline.on:
        return {"on": _day(deadline.on), "readings": []}
    readings = [
        {
            "id": reading.id,
            "days": reading.days,
            "working": reading.unit is Unit.WORKING_DAY,
            "same": reading.counts_from == "same_day",
            "roll": reading.roll == "next_working_day",
        }
        for reading in deadline.readings
    ]
    return {"anchor": tables.position[deadline.anchor], "readings": readings}


def _epoch(epoch: Epoch, tables: _Tables) -> dict[str, Any]:
    """The first day of an epoch and, for each step in force, its position, its diagram and those of its readings."""
    positions = {id: number for number, id in enumerate(epoch.rulebook.steps)}
    steps = []
    for step in epoch.steps:
        whens = [tables.reference(whom) for _, whom in epoch.readings[step.id]]
        steps.append([positions[step.id], tables.reference(epoch.compiled[step.id]), whens])
    return {"from": _day(epoch.span.start) if epoch.span.start else None, "steps": steps}


def _calendar(rulebook: Rulebook) -> dict[str, Any]:
    """From the first published day on, a sign for each day: 1 worked, 0 off, ? in a year that is not published."""
    years = rulebook.calendar.years
    if not years:
        return {"first": 0, "worked": ""}
    days = _days(date(min(years), 1, 1), date(max(years), 12, 31))
    signs = [str(int(rulebook.calendar.is_working_day(day))) if day.year in years else "?" for day in days]
    return {"first": _day(date(min(years), 1, 1)), "worked": "".join(signs)}


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _day(day: date) -> int:
    return (day - ORIGIN).days
