"""The example people watch over the rulebook: hardly a word of it can change unnoticed."""

import pytest

from apps.amina import current
from apps.amina.tests.test_people import PEOPLE
from apps.rules.authoring.mutating import mutated, parts, unnoticed

UNNOTICED = {
    "conditions.iphone_waits in_force: start: -1 day",
    "steps.get_card deadline: readings: fingerprints_contract when: purpose is changed_to_work negated",
    "steps.iphone_not_yet in_force: start: -1 day",
    "steps.register_elsewhere deadline: readings: no_term_named when: from_amina negated",
    "steps.window_open in_force: start: -1 day",
    "steps.last_day in_force: end: +1 day",
}


@pytest.mark.parametrize("part", parts(current.rulebook()))
def test_the_people_notice_every_mutant_but_those_we_know_of(part: str) -> None:
    _, missed = unnoticed(current.rulebook(), PEOPLE, [part])
    assert set(missed) == {what for what in UNNOTICED if what.startswith(f"{part} ")}


def test_those_we_know_of_are_mutants_and_at_most_2_of_100() -> None:
    every = [mutant.what for mutant in mutated(current.rulebook())]
    assert set(every) >= UNNOTICED
    assert len(UNNOTICED) <= len(every) * 0.02
