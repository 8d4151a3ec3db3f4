"""The example people watch over the rulebook: hardly a word of it can change unnoticed."""

from apps.rules.authoring.mutating import unnoticed
from apps.selfcheck import amina
from apps.selfcheck.tests.test_people import PEOPLE


def test_the_people_notice_at_least_95_of_100_mutants() -> None:
    count, missed = unnoticed(amina.rulebook(), PEOPLE)
    assert len(missed) <= count * 0.05, "\n".join(missed)
