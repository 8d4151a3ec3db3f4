"""Whom a change touches, against counting every combination."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given

from apps.rules import Rulebook, load
from apps.rules.authoring.commands import main
from apps.rules.authoring.comparing import compare, compare_days
from apps.rules.conditions import Is
from apps.rules.tests.random_rulebooks import FULL, RANDOM_RUNS, applies, rulebooks

FILE = Path(__file__).parent / "crossing.toml"
RULES = load(FILE)


@RANDOM_RUNS
@given(rulebooks(), rulebooks())
def test_the_share_is_the_part_of_all_answers_with_another_outcome(old: Rulebook, new: Rulebook) -> None:
    shares = {change.step: change.share for change in compare(old, new)}
    for id in {*old.steps, *new.steps}:
        was = [id in old.steps and applies(old, old.steps[id], full) for full in FULL]
        now = [id in new.steps and applies(new, new.steps[id], full) for full in FULL]
        differing = sum(before != after for before, after in zip(was, now, strict=True))
        assert shares.get(id, 0) == pytest.approx(differing / len(FULL))


def test_the_same_rulebook_has_not_changed() -> None:
    assert compare(RULES, load(FILE)) == []


def test_two_days_differ_by_what_came_into_force_between_them() -> None:
    (change,) = compare_days(RULES, date(2026, 11, 30), date(2026, 12, 1))
    assert (change.step, change.lost) == ("pay", ())
    assert change.gained == ({"vehicle": "car", "resident": "yes", "age": "adult"},)
    assert change.share == pytest.approx(1 / 12)


def test_a_changed_deadline_is_named_though_it_concerns_the_same_people() -> None:
    pay = replace(RULES.steps["pay"], deadline=None)
    changed = replace(RULES, steps=MappingProxyType({**RULES.steps, "pay": pay}))
    assert {(change.step, change.share, change.about) for change in compare(RULES, changed)} == {
        ("pay", 0, ("deadline",))
    }


def test_a_new_option_is_compared_too() -> None:
    vehicle = replace(RULES.questions["vehicle"], options=("foot", "bicycle", "car", "horse"))
    drive = replace(RULES.steps["drive"], when=Is("vehicle", "horse"))
    questions = MappingProxyType({**RULES.questions, "vehicle": vehicle})
    changed = replace(RULES, questions=questions, steps=MappingProxyType({**RULES.steps, "drive": drive}))
    gained = [change.gained for change in compare(RULES, changed) if change.step == "drive"]
    assert {"vehicle": "horse", "age": "adult"} in gained[0]


def test_the_command_compares_days_and_rulebooks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(FILE), "--before", "2026-11-30", "--on", "2026-12-01"]) == 0
    assert "from 2026-12-01: pay: 8.3333% of all answers" in capsys.readouterr().out
    assert main(["compare", str(FILE), str(FILE)]) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"
    assert main(["compare", str(FILE)]) == 2
