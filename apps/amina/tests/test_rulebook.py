"""The Amina rulebook itself: proven, cut at the right dates, cited from the dossier's facts."""

import tomllib
from datetime import date

from apps.amina import current
from apps.amina.tests.workers import WORKER
from apps.guide import certainty as labels
from apps.rules import Certainty, assess
from apps.rules.epochs import epochs
from apps.rules.proofs import prove


def test_every_proof_holds_in_every_epoch() -> None:
    assert [f"{failure.proof}: {failure.message}" for failure in prove(current.rulebook()).failures] == []


def test_time_is_cut_at_every_date_of_the_law() -> None:
    starts = [epoch.span.start for epoch in epochs(current.rulebook())]
    assert starts == [
        None,
        date(2025, 9, 1),  # the experiment starts
        date(2025, 10, 1),  # an iPhone version exists
        date(2025, 12, 1),  # the 90-day window has closed
        date(2026, 9, 1),  # stage 2
        date(2026, 10, 1),  # work without a patent has ended for citizens of Moldova
        date(2028, 9, 1),  # whoever is 17 from now on may turn 18 after the end
        date(2029, 9, 1),  # the last day
        date(2029, 9, 2),
    ]


def test_a_student_reaches_the_verdict_when_the_screen_of_the_visit_is_answered() -> None:
    answers: dict[str, str] = {}
    for question, option in {**WORKER, "purpose": "study", "stay": "over_90", "student_housing": "flat"}.items():
        assert not assess(current.rulebook(), answers, date(2026, 11, 23)).applying("verdict")
        answers[question] = option
    assert [f.step.id for f in assess(current.rulebook(), answers, date(2026, 11, 23)).applying("verdict")] == [
        "probably_student"
    ]


def test_not_knowing_ones_age_does_not_free_a_worker() -> None:
    found = assess(
        current.rulebook(),
        {**WORKER, "about": "must_i", "under_18": "unknown", "app": "not_installed"},
        date(2026, 11, 23),
    )
    assert found.applying("verdict") == []
    assert [finding.step.id for finding in found.depending("verdict")] == ["exempt_minor", "covered"]
    assert "register" in [finding.step.id for finding in found.depending()]


def test_an_exempt_person_is_asked_nothing_more() -> None:
    found = assess(current.rulebook(), {"citizenship": "by"}, date(2026, 11, 23))
    assert (found.next_screen, found.at_most) == ((), 0)


def test_the_rulebook_holds_no_words() -> None:
    for name in ("questions", "conditions", "steps"):
        data = tomllib.loads((current.FOLDER / f"{name}.toml").read_text("utf-8"))
        assert str(data).isascii()


def test_the_guide_has_a_label_for_each_certainty_of_the_rules() -> None:
    assert labels.Certainty.values == list(Certainty)
