"""A change of the rulebook is written down, with whom it touches, or the check fails."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from apps.rules import Rulebook, RulebookError, load
from apps.rules.authoring.commands import main
from apps.rules.authoring.recording import digest, outdated, renewed, written
from apps.rules.conditions import text
from apps.rules.parsing import parse
from apps.rules.saying.record import read_record

CROSSING = Path(__file__).parent / "crossing.toml"
ON = date(2026, 11, 24)


def narrowed(rulebook: Rulebook) -> Rulebook:
    step = replace(rulebook.steps["pay"], when=parse("vehicle is car and age is adult and resident is no"))
    return replace(rulebook, steps={**rulebook.steps, "pay": step})


def test_a_rulebook_that_changed_without_a_new_comparison_fails(tmp_path: Path) -> None:
    rulebook, file = load(CROSSING), tmp_path / "record.json"
    file.write_text(written(renewed(rulebook, None, None, ON)), "utf-8")
    assert list(outdated(rulebook, file)) == []
    assert [failure.proof for failure in outdated(narrowed(rulebook), file)] == ["record"]


def test_checking_the_sources_again_changes_nothing_for_anybody() -> None:
    rulebook = load(CROSSING)
    checked = {id: replace(step, checked_on=ON, recheck_days=7) for id, step in rulebook.steps.items()}
    assert digest(replace(rulebook, steps=checked)) == digest(rulebook)


def test_a_condition_written_otherwise_concerns_the_same_people() -> None:
    rulebook = load(CROSSING)
    pay = rulebook.steps["pay"]
    for when, same in (("not not (%s)", True), ("not (%s)", False)):
        written_otherwise = replace(pay, when=parse(when % text(pay.when)))
        changed = replace(rulebook, steps={**rulebook.steps, "pay": written_otherwise})
        assert (digest(changed) == digest(rulebook)) is same


def test_the_record_names_whom_the_law_touches_on_each_day_and_whom_a_correction_touches() -> None:
    rulebook = load(CROSSING)
    first = renewed(rulebook, None, None, ON)
    assert [day["on"] for day in first["days"]] == ["2026-12-01", "2027-03-01"]
    assert first["revisions"] == []
    second = renewed(narrowed(rulebook), first, rulebook, ON)
    (revision,) = second["revisions"]
    assert revision["on"] == "2026-11-24"
    assert [(change["step"], list(change["lost"])) for change in revision["changes"]] == [
        ("pay", [{"vehicle": "car", "resident": "yes", "age": "adult"}])
    ]


def test_two_corrections_of_one_day_stand_on_one_page() -> None:
    rulebook = load(CROSSING)
    other = replace(
        rulebook, steps={id: replace(s, needs=("pay",) * (id == "drive")) for id, s in rulebook.steps.items()}
    )
    first = renewed(narrowed(rulebook), renewed(rulebook, None, None, ON), rulebook, ON)
    (day,) = renewed(other, first, narrowed(rulebook), ON)["revisions"]
    assert {change["step"]: list(change["about"]) for change in day["changes"]} == {"pay": [], "drive": ["needs"]}


def test_a_correction_is_compared_with_the_very_rulebook_that_was_recorded() -> None:
    rulebook = load(CROSSING)
    first = renewed(rulebook, None, None, ON)
    for old in (None, narrowed(rulebook)):
        with pytest.raises(RulebookError, match="name with --old the one it was then"):
            renewed(narrowed(rulebook), first, old, ON)


def test_the_commands_write_a_record_and_refuse_one_that_lags_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, changed = tmp_path / "record.json", tmp_path / "changed.toml"
    assert main(["record", str(CROSSING), str(file)]) == 0
    assert len(read_record(file)["days"]) == 2
    changed.write_text(CROSSING.read_text("utf-8").replace("age is adult", "age is child"), "utf-8")
    assert main(["check", str(CROSSING), "--record", str(file)]) == 0
    assert main(["check", str(changed), "--record", str(file)]) == 1
    assert "FAILED record: the rulebook changed" in capsys.readouterr().out
    assert main(["record", str(changed), str(file)]) == 2
    assert main(["record", str(changed), str(file), "--old", str(CROSSING)]) == 0
    assert main(["check", str(changed), "--record", str(file)]) == 0


def test_a_record_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "record.json").write_text("no", "utf-8")
    with pytest.raises(RulebookError, match="is not a readable record"):
        read_record(tmp_path / "record.json")
