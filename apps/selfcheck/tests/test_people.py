"""Example people, written by hand from the decision table and the facts: what the rulebook says to each of them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from apps.rules import Rulebook, assess, load
from apps.rules.model import NO

FOLDER = Path(__file__).parents[1]
Person = dict[str, Any]  # as read from TOML


def read_people() -> dict[str, Person]:
    people: dict[str, Person] = {}
    for file in sorted((FOLDER / "people").glob("*.toml")):
        for id, person in tomllib.loads(file.read_text("utf-8")).items():
            assert id not in people, f"{file.name}: {id} is there twice"
            people[id] = person
    return people


PEOPLE = read_people()


def own_answers(person: Person) -> dict[str, Any]:
    inherited = own_answers(PEOPLE[person["like"]]) if "like" in person else {}
    return inherited | person.get("answers", {})


def all_answers(rulebook: Rulebook, person: Person) -> dict[str, Any]:
    """Nothing else has happened to a person, unless the person has said only part."""
    yes_no = [question.id for question in rulebook.questions.values() if question.kind == "yes_no"]
    return ({} if person.get("partial") else dict.fromkeys(yes_no, NO)) | own_answers(person)


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load(FOLDER / "rulebook")


@pytest.mark.parametrize("id", PEOPLE)
def test_the_rulebook_says_to_each_person_what_the_decision_table_says(rulebook: Rulebook, id: str) -> None:
    person = PEOPLE[id]
    found = assess(rulebook, all_answers(rulebook, person), person["on"])
    said = {
        "verdict": "".join(finding.step.id for finding in found.applying("verdict")),
        "steps": [finding.step.id for finding in found.applying()],
        "depends": [finding.step.id for finding in found.depending()],
        "dates": {finding.step.id: finding.due.day for finding in found.applying() if finding.due and finding.due.day},
    }
    expected = {"verdict": person["verdict"], "steps": person["steps"], "dates": person.get("dates", {})}
    if "depends" in person or not person.get("partial"):
        expected["depends"] = person.get("depends", [])
    wrong = [
        f"  {key}: expected {value}\n  {key}: said     {said[key]}"
        for key, value in expected.items()
        if said[key] != value
    ]
    assert not wrong, "\n".join([f"{id}, {person['on']}: {person['note']}", *wrong])


def test_the_people_are_many_and_every_option_and_step_occurs(rulebook: Rulebook) -> None:
    said = [all_answers(rulebook, person) for person in PEOPLE.values()]
    options = {(q.id, option) for q in rulebook.questions.values() for option in q.options}
    never_said = {(id, option) for id, option in options if all(answers.get(id) != option for answers in said)}
    never_told = set(rulebook.steps) - {step for p in PEOPLE.values() for step in [p["verdict"], *p["steps"]]}
    assert (len(PEOPLE) >= 60, never_said, never_told) == (True, set(), set())
