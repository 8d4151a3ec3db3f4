"""How sure a verdict is: as sure as the guide's entry that states the same, and said once."""

import re

import pytest
from django.test import Client
from django.utils import translation

from apps.amina import current
from apps.amina.phrasebook import phrasebook_in
from apps.guide.certainty import Certainty
from apps.guide.models import Entry
from apps.translations import languages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("one_version")]

VERDICTS = [step for step in current.rulebook().steps.values() if step.exclusive_group == "verdict"]
# The entry whose short answer states the same as the verdict, for the same people.
SAME = {
    "exempt_belarus": "who-is-exempt",
    "exempt_mission": "who-is-exempt",
    "outside_visa": "visa-entry",
    "outside_permit": "residence-permits",
    "permit_unknown": "other-groups",
    "elsewhere": "where-it-applies",
    "covered": "must-i-register",
    "probably_covered": "not-for-work",
    "probably_student": "students",
    "unclear_dormitory": "dormitory",
    "ordinary": "visit-up-to-90-days",
}
# What no short answer states alone: either it says less sure things beside, or the full answer names the group.
APART = {
    "not_started": "since-when also says from when others are covered",
    "ended": "since-when also says from when others are covered",
    "exempt_minor": "children also says what the host has to file",
    "exempt_organisation": "who-is-exempt names it below the short answer, with who says so",
    "exempt_passport": "who-is-exempt names it below the short answer, with who says so",
    "exempt_organisation_family": "who-is-exempt names it below the short answer, with who says so",
    "abroad": "leaving-russia also says what to do after the return",
    "covered_by_wording": "which-countries is sure of the nine countries, and sends the others to the centre",
}


def test_a_verdict_is_as_sure_as_the_entry_that_states_the_same() -> None:
    assert {step.id for step in VERDICTS} == SAME.keys() ^ APART.keys()
    sure = dict(Entry.objects.values_list("slug", "certainty"))
    said = {step.id: (str(step.certainty), sure[SAME[step.id]]) for step in VERDICTS if step.id in SAME}
    assert {id: both for id, both in said.items() if both[0] != both[1]} == {}


@pytest.mark.parametrize("code", languages.CODES)
def test_a_verdict_does_not_begin_with_the_words_of_its_badge(code: str) -> None:
    phrases = phrasebook_in(code)
    with translation.override(code):
        label = {step.id: str(Certainty(step.certainty).label).casefold() for step in VERDICTS}
    begins = {step.id: phrases.text(f"steps.{step.id}.title") + first_sentence(step.id, code) for step in VERDICTS}
    assert {id for id, words in begins.items() if label[id] in words.casefold()} == set()


def first_sentence(id: str, code: str) -> str:
    return re.split(r"(?<=[.։])\s", phrasebook_in(code).text(f"steps.{id}.body"))[0]


def test_a_worker_reads_the_same_badge_on_the_entry_and_under_the_verdict(client: Client) -> None:
    entry = client.get("/en/q/must-i-register/")
    assert '<span class="badge official">' in entry.text
