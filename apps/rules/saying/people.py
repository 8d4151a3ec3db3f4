"""Example people: answers on a day, and what the rulebook must say to them. The tests that a lawyer can read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from apps.rules.answers import UNKNOWN, Given
from apps.rules.assessment import Assessment, assess
from apps.rules.errors import RulebookError
from apps.rules.model import Rulebook
from apps.rules.questions import NO
from apps.rules.tables import Table, read_toml


@dataclass(frozen=True)
class Person:
    """A person's answers on the day `on`, with the expected verdict, steps and dates.

    `like` names another person whose answers hold too; whoever is not `partial` says no to every yes_no question
    that is not mentioned, and does not know the answer to any other. `depends` lists the steps that may apply; None
    leaves them unchecked. `dates` holds the safe day of each step, `readings` the day of every reading for the steps it
    names, `waits` the steps that have to be done before those it names can be.
    """

    id: str
    note: str
    on: date
    verdict: str
    like: str = ""
    partial: bool = False
    answers: Mapping[str, Given] = field(default_factory=dict)
    steps: tuple[str, ...] = ()
    depends: tuple[str, ...] | None = None
    dates: Mapping[str, date] = field(default_factory=dict)
    readings: Mapping[str, Mapping[str, date]] = field(default_factory=dict)
    waits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load_people(folder: str | Path, rulebook: Rulebook) -> list[Person]:
    """Read every TOML file of a folder: one table a person. Raises RulebookError that names file and line."""
    files = sorted(Path(folder).glob("*.toml"))
    tables = [table for file in files for table in Table(file, "", read_toml(file)).tables()]
    if not tables:
        raise RulebookError(f"{folder}: there are no people in this folder.")
    people: dict[str, Person] = {}
    for table in tables:
        if table.id in people:
            raise table.error("a person of this name is in another file too")
        people[table.id] = table.make(Person)
    return [_complete(table, people, rulebook) for table in tables]


def differences(rulebook: Rulebook, person: Person) -> dict[str, tuple[Any, Any]]:
    """Return what the rulebook says otherwise than expected: (expected, said) under verdict, steps, dates, waits, depends."""
    said = told(assess(rulebook, person.answers, person.on))
    said |= {name: {id: said[name].get(id) for id in getattr(person, name)} for name in ("readings", "waits")}
    expected: dict[str, Any] = {
        "verdict": person.verdict,
        "steps": person.steps,
        "dates": person.dates,
        "readings": person.readings,
        "waits": person.waits,
    }
    if person.depends is not None:
        expected["depends"] = person.depends
    return {key: (value, said[key]) for key, value in expected.items() if value != said[key]}


def told(found: Assessment) -> dict[str, Any]:
    """Return what an assessment tells a person, in the form that people are written in."""
    dues = {finding.step.id: finding.due for finding in found.applying() if finding.due}
    grouped = [finding for group in found.epoch.rulebook.exclusive for finding in found.applying(group)]
    steps = tuple(finding.step.id for finding in found.applying())
    return {
        "verdict": " ".join(finding.step.id for finding in grouped),
        "steps": steps,
        "dates": {id: due.day for id, due in dues.items() if due.day},
        "readings": {id: {one.reading.id: one.day for one in due.readings if one.day} for id, due in dues.items()},
        "waits": {
            finding.step.id: tuple(id for id in finding.step.needs if id in steps) for finding in found.applying()
        },
        "depends": tuple(finding.step.id for finding in found.depending()),
    }


def _complete(table: Table, people: Mapping[str, Person], rulebook: Rulebook) -> Person:
    """The person with the answers of all that it is like; what is silent is no, or not known where there is no no."""
    person, chain = people[table.id], [people[table.id]]
    while like := chain[-1].like:
        if like not in people or people[like] in chain:
            raise table.error(f"there is no person {like!r} to be like, or the way leads back to one", "like")
        chain.append(people[like])
    answers = {id: value for one in reversed(chain) for id, value in one.answers.items()}
    if person.partial:
        return replace(person, answers=answers)
    silent = {question.id: NO if question.kind == "yes_no" else UNKNOWN for question in rulebook.questions.values()}
    return replace(person, answers=silent | answers, depends=person.depends or ())
