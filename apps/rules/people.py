"""Example people: answers on a day, and what the rulebook must say to them. The tests that a lawyer can read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from apps.rules.answers import Given
from apps.rules.assessment import Assessment, assess
from apps.rules.errors import RulebookError
from apps.rules.model import NO, Rulebook
from apps.rules.tables import Table, read_toml


@dataclass(frozen=True)
class Person:
    """A person's answers on the day `on`, with the expected verdict, steps and dates.

    `depends` lists the steps that may apply; None leaves them unchecked. `dates` holds the safe day of each step,
    `readings` the day of every reading for the steps it names.
    """

    id: str
    note: str
    on: date
    answers: Mapping[str, Given]
    verdict: str
    steps: tuple[str, ...]
    depends: tuple[str, ...] | None
    dates: Mapping[str, date]
    readings: Mapping[str, Mapping[str, date]]


def load_people(folder: str | Path, rulebook: Rulebook) -> list[Person]:
    """Read every TOML file of a folder: one table a person.

    A yes_no question that a person does not mention is answered with no, unless the person is `partial`;
    `like` takes over another person's answers. Raises RulebookError that names file and line.
    """
    tables: dict[str, Table] = {}
    for file in sorted(Path(folder).glob("*.toml")):
        for id, values in read_toml(file).items():
            if id in tables:
                raise Table(file, id, values).error(f"this person is in {tables[id].file.name} too")
            if not isinstance(values, dict):
                raise RulebookError(f"{file.name}: {id} is not a table; a person is written as [{id}].")
            tables[id] = Table(file, id, values)
    if not tables:
        raise RulebookError(f"{folder}: there are no people in this folder.")
    return [_person(table, tables, rulebook) for table in tables.values()]


def differences(rulebook: Rulebook, person: Person) -> dict[str, tuple[Any, Any]]:
    """Return what the rulebook says otherwise than expected: (expected, said) under verdict, steps, dates, depends."""
    said = told(assess(rulebook, person.answers, person.on))
    said["readings"] = {id: said["readings"].get(id) for id in person.readings}
    expected: dict[str, Any] = {
        "verdict": person.verdict,
        "steps": person.steps,
        "dates": person.dates,
        "readings": person.readings,
    }
    if person.depends is not None:
        expected["depends"] = person.depends
    return {key: (value, said[key]) for key, value in expected.items() if value != said[key]}


def told(found: Assessment) -> dict[str, Any]:
    """Return what an assessment tells a person, in the form that people are written in."""
    dues = {finding.step.id: finding.due for finding in found.applying() if finding.due}
    grouped = [finding for group in found.epoch.rulebook.exclusive for finding in found.applying(group)]
    return {
        "verdict": " ".join(finding.step.id for finding in grouped),
        "steps": tuple(finding.step.id for finding in found.applying()),
        "dates": {id: due.day for id, due in dues.items() if due.day},
        "readings": {id: {one.reading.id: one.day for one in due.readings if one.day} for id, due in dues.items()},
        "depends": tuple(finding.step.id for finding in found.depending()),
    }


def _person(table: Table, tables: Mapping[str, Table], rulebook: Rulebook) -> Person:
    table.allow("note", "on", "like", "answers", "partial", "verdict", "steps", "depends", "dates", "readings")
    partial = table.flag("partial", False)
    silent = {} if partial else {q.id: NO for q in rulebook.questions.values() if q.kind == "yes_no"}
    depends = None if partial and "depends" not in table.values else table.texts("depends", ())
    return Person(
        id=table.id,
        note=table.text("note"),
        on=table.day("on"),
        answers=silent | _answers(table, tables, ()),
        verdict=table.text("verdict"),
        steps=table.texts("steps", ()),
        depends=depends,
        dates=table.values.get("dates", {}),
        readings=table.values.get("readings", {}),
    )


def _answers(table: Table, tables: Mapping[str, Table], path: tuple[str, ...]) -> dict[str, Given]:
    like = table.text("like", "")
    if like and (like not in tables or like in path):
        raise table.error(f"there is no person {like!r} to be like", "like")
    inherited = _answers(tables[like], tables, (*path, like)) if like else {}
    own: dict[str, Given] = table.values.get("answers", {})
    return inherited | own
