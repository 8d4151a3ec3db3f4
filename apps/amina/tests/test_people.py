"""Example people, written by hand from the decision table and the facts: what the rulebook says to each of them."""

import pytest

from apps.amina import current
from apps.rules.saying.people import Person, differences, load_people

PEOPLE = load_people(current.FOLDER.parent / "people", current.rulebook())


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.id)
def test_the_rulebook_says_to_each_person_what_the_decision_table_says(person: Person) -> None:
    wrong = differences(current.rulebook(), person)
    lines = [f"  {key}:\n    expected {expected}\n    said     {said}" for key, (expected, said) in wrong.items()]
    if lines:
        pytest.fail("\n".join([f"{person.id}, {person.on}: {person.note}", *lines]), pytrace=False)


def test_the_people_are_many_and_every_option_and_step_occurs() -> None:
    rulebook = current.rulebook()
    options = {(question.id, option) for question in rulebook.choices() for option in question.options}
    never_said = {(id, option) for id, option in options if all(person.answers.get(id) != option for person in PEOPLE)}
    never_told = set(rulebook.steps) - {step for person in PEOPLE for step in [person.verdict, *person.steps]}
    assert (len(PEOPLE) >= 60, never_said, never_told) == (True, set(), set())
