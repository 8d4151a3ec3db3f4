"""The example people watch over the rulebook: hardly a word of it can change unnoticed."""

from apps.amina import current
from apps.amina.tests.test_people import PEOPLE
from apps.rules.authoring.mutating import unnoticed


def test_the_people_notice_at_least_95_of_100_mutants() -> None:
    count, missed = unnoticed(current.rulebook(), PEOPLE)
    assert len(missed) <= count * 0.05, "\n".join(missed)
