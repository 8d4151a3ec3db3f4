"""Example people, written by hand from the decision table and the facts: what the rulebook says to each of them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from apps.rules import Rulebook, assess, load
from apps.rules.model import NO

FOLDER = Path(__file__).parents[1]
FILES = [tomllib.loads(file.read_text("utf-8")) for file in sorted((FOLDER / "people").glob("*.toml"))]
PEOPLE: dict[str, dict[str, Any]] = {id: person for file in FILES for id, person in file.items()}


def own_answers(id: str) -> dict[str, Any]:
    inherited = own_answers(PEOPLE[id]["like"]) if "like" in PEOPLE[id] else {}
    return {**inherited, **PEOPLE[id].get("answers", {})}


def all_answers(rulebook: Rulebook, id: str) -> dict[str, Any]:
    """Nothing else has happened to a person, unless the person has said only part."""
    events = [] if PEOPLE[id].get("partial") else [q.id for q in rulebook.questions.values() if q.kind == "yes_no"]
    return {**dict.fromkeys(events, NO), **own_answers(id)}


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load(FOLDER / "rulebook")


@pytest.mark.parametrize("id", PEOPLE)
def test_the_rulebook_says_to_each_person_what_the_decision_table_says(rulebook: Rulebook, id: str) -> None:
    person = PEOPLE[id]
    found = assess(rulebook, all_answers(rulebook, id), person["on"])
    expected = {"depends": [], "dates": {}, **person}
    said = {
        "verdict": "".join(finding.step.id for finding in found.applying("verdict")),
        "steps": [finding.step.id for finding in found.applying()],
        "depends": [finding.step.id for finding in found.depending()],
        "dates": {finding.step.id: finding.due.day for finding in found.applying() if finding.due and finding.due.day},
    }
    if person.get("partial") and "depends" not in person:
        del said["depends"]
    wrong = [
        f"{key}:\n  expected {expected[key]}\n  said     {said[key]}" for key in said if said[key] != expected[key]
    ]
    if wrong:
        pytest.fail("\n".join([f"{id}, {person['on']}: {person['note']}", *wrong]), pytrace=False)


def test_at_least_60_people_exist_each_with_an_id_of_its_own() -> None:
    assert sum(len(file) for file in FILES) == len(PEOPLE) >= 60


def test_every_option_of_every_question_and_every_step_occurs(rulebook: Rulebook) -> None:
    said = [all_answers(rulebook, id) for id in PEOPLE]
    options = {(q.id, option) for q in rulebook.questions.values() for option in q.options}
    assert options - {(id, answer) for answers in said for id, answer in answers.items()} == set(), "nobody says this"
    told = {step for person in PEOPLE.values() for step in [person["verdict"], *person["steps"]]}
    assert set(rulebook.steps) - told == set(), "nobody is told this"
