"""What pages ask of a rulebook instead of deciding it themselves: duties, certainty, verdicts that ask."""

from pathlib import Path

from apps.rules import load
from apps.rules.bundles import bundle
from apps.rules.scales import Certainty, Kind

RULES = load(Path(__file__).parent / "crossing.toml")


def test_a_duty_is_what_must_be_done_or_left() -> None:
    assert (Kind.MUST.is_duty, Kind.MUST.is_to_do) == (True, True)
    assert (Kind.MUST_NOT.is_duty, Kind.MUST_NOT.is_to_do) == (True, False)
    assert not any(kind.is_duty for kind in (Kind.MAY, Kind.INFO))


def test_what_rests_on_several_rules_is_no_surer_than_the_least_sure() -> None:
    unsure, *surer = reversed(Certainty)
    assert unsure.at_most(surer) == surer[-1].at_most([unsure]) == unsure
    assert Certainty.REPORTED.at_most([]) == Certainty.REPORTED


def test_the_steps_that_ask_come_before_those_that_do_not() -> None:
    assert sorted(["walk", "drive"], key=RULES.exclusive["verdict"].strictness) == ["drive", "walk"]


def test_the_phone_is_told_the_same() -> None:
    found = bundle(RULES)
    duties = {step["id"]: (step["duty"], step["to_do"]) for step in found["steps"]}
    assert duties == {id: (step.kind.is_duty, step.kind.is_to_do) for id, step in RULES.steps.items()}
    assert found["exclusive"] == {"verdict": {"asks": ("drive",)}}
    assert found["surest_first"] == list(Certainty)
