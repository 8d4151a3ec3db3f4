"""The small rulebook of these tests, assessed, asked, printed and drawn."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from apps.rules import assess, load
from apps.rules.assessment import Outcome
from apps.rules.authoring.commands import main
from apps.rules.conditions import NEVER
from apps.rules.epochs import epochs
from apps.rules.errors import AnswerError, CalendarError
from apps.rules.parsing import parse
from apps.rules.proofs import prove
from apps.rules.tests.broken_rulebooks import named

FILE = Path(__file__).parent / "crossing.toml"
RULES = load(FILE)
MONDAY = date(2026, 11, 23)
DRIVER = {"vehicle": "car", "resident": "no", "age": "adult"}


def due_on(crossed_on: str, on: date = MONDAY) -> date | None:
    found = assess(RULES, {**DRIVER, "crossed_on": crossed_on}, on)
    due = next(finding.due for finding in found.findings if finding.step.id == "pay")
    assert due
    return due.day


def test_all_proofs_hold() -> None:
    assert prove(RULES).failures == ()


def test_time_is_cut_where_a_rule_starts_or_ends() -> None:
    starts = [epoch.span.start for epoch in epochs(RULES)]
    assert starts == [None, date(2026, 12, 1), date(2027, 3, 1)]


@pytest.mark.parametrize(
    ("on", "pays"),
    [(date(2026, 11, 30), False), (date(2026, 12, 1), True), (date(2027, 2, 28), True), (date(2027, 3, 1), False)],
)
def test_a_rule_holds_from_its_first_day_to_the_day_before_its_end(on: date, pays: bool) -> None:
    found = assess(RULES, {**DRIVER, "resident": "yes"}, on)
    assert any(finding.step.id == "pay" for finding in found.findings) is pays


def test_not_knowing_neither_removes_a_duty_nor_grants_an_exemption() -> None:
    found = assess(RULES, {"vehicle": "car", "age": "unknown", "resident": "no"}, MONDAY)
    pay = next(finding for finding in found.findings if finding.step.id == "pay")
    assert (pay.outcome, pay.depends_on) == (Outcome.DEPENDS, ("age",))
    assert not found.applying("verdict")


def test_an_unknown_answer_is_not_asked_again() -> None:
    found = assess(
        RULES, {"vehicle": "unknown", "age": "unknown", "resident": "unknown", "crossed_on": "unknown"}, MONDAY
    )
    assert found.next_screen == ()


def test_the_verdict_is_asked_for_first_and_a_date_last() -> None:
    order: list[str] = []
    answers: dict[str, str] = {}
    while screen := assess(RULES, answers, MONDAY).next_screen:
        order += [question.id for question in screen]
        answers |= {question.id: DRIVER.get(question.id, "unknown") for question in screen}
    assert order == ["vehicle", "age", "resident", "crossed_on"]


def test_the_earliest_reading_is_the_safe_one_and_both_are_named() -> None:
    # Thursday: three working days end on Tuesday the 24th, four calendar days on Monday the 23rd.
    found = assess(RULES, {**DRIVER, "crossed_on": "2026-11-19"}, MONDAY)
    due = next(finding.due for finding in found.findings if finding.step.id == "pay")
    assert due
    assert (due.day, due.disputed) == (date(2026, 11, 23), True)
    assert [reading.day for reading in due.readings] == [date(2026, 11, 24), date(2026, 11, 23)]


def test_beyond_the_published_calendar_no_working_day_is_computed() -> None:
    with pytest.raises(CalendarError, match="2027"):
        RULES.calendar.add_working_days(date(2026, 12, 30), 3)
    found = assess(RULES, {**DRIVER, "crossed_on": "2026-12-30"}, MONDAY)
    due = next(finding.due for finding in found.findings if finding.step.id == "pay")
    assert due
    assert due.readings[0].beyond_calendar
    # Four calendar days could be later than three working days, so they are not offered as safe.
    assert due.day is None
    assert due.beyond_calendar


def test_unknown_ids_are_refused_with_the_nearest_valid_one() -> None:
    with pytest.raises(AnswerError, match="There is no question 'vehicel'. Did you mean 'vehicle'?"):
        assess(RULES, {"vehicel": "car"}, MONDAY)
    with pytest.raises(AnswerError, match="vehicle: there is no such option. Known: foot, bicycle, car."):
        assess(RULES, {"vehicle": "cra"}, MONDAY)
    with pytest.raises(AnswerError, match="crossed_on: write the day as"):
        assess(RULES, {"crossed_on": "yesterday"}, MONDAY)


def test_the_command_checks_and_names_a_witness(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FILE)]) == 0
    assert "0 failed proofs in 3 epochs" in capsys.readouterr().out
    (tmp_path / "rules.toml").write_text(named("totality"), "utf-8")
    assert main(["check", str(tmp_path / "rules.toml")]) == 1
    assert "FAILED totality" in (said := capsys.readouterr().out)
    assert "for vehicle=bicycle, age=adult" in said


def test_a_rule_not_checked_in_time_fails_when_a_day_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FILE), "--on", "2027-01-30"]) == 0
    assert main(["check", str(FILE), "--on", "2027-01-31"]) == 1
    assert "pay: was to be checked again by 2027-01-30" in capsys.readouterr().out


def test_the_command_assesses_readably_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    person = ["vehicle=car", "--on", "2026-11-23", "age=adult", "resident=no", "crossed_on=2026-11-19"]
    assert main(["assess", str(FILE), *person]) == 0
    assert "because vehicle is car and resident is no and age is adult" in (said := capsys.readouterr().out)
    assert "by 2026-11-23 (the earliest of several readings)" in said
    assert main(["assess", str(FILE), *person, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["findings"][-1]["due"]["day"] == "2026-11-23"


def test_a_wrong_answer_on_the_command_line_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", str(FILE), "vehicle=bik", "--on", "2026-11-23"]) == 2
    assert "vehicle: there is no such option." in capsys.readouterr().err
    assert main(["assess", str(FILE), "vehicle"]) == 2
    assert "not of the form question=option" in capsys.readouterr().err


def test_the_interview_runs_in_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["plane", "car", "adult", "no", "2026-11-19"])
    monkeypatch.setattr("builtins.input", lambda prompt: next(typed))
    assert main(["ask", str(FILE), "--on", "2026-11-23"]) == 0
    said = capsys.readouterr().out
    assert "vehicle: there is no such option" in said
    assert "vehicle  (at most 4 more)" in said
    assert "by 2026-11-23" in said


def test_the_graph_names_conditions_on_its_edges(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", str(FILE), "--on", "2026-11-23"]) == 0
    dot = capsys.readouterr().out
    assert dot.startswith("digraph {")
    assert '[label="bicycle, car"]' in dot
    assert main(["graph", str(FILE), "--on", "2026-11-23", "--mermaid"]) == 0
    assert '-->|"bicycle, car"|' in capsys.readouterr().out
    assert main(["graph", str(FILE), "--group", "verdikt"]) == 2


def test_a_reading_that_no_longer_concerns_a_person_asks_nothing() -> None:
    bylaw, press = RULES.steps["pay"].deadline.readings  # type: ignore[union-attr]  # pay has a deadline
    narrow = replace(press, when=parse("resident is yes and age is adult"))
    deadline = replace(RULES.steps["pay"].deadline, readings=(bylaw, narrow))  # type: ignore[type-var]
    pay = replace(RULES.steps["pay"], unless=NEVER, when=parse("vehicle is car"), deadline=deadline)
    rules = replace(RULES, steps=MappingProxyType({"pay": pay}), exclusive=MappingProxyType({}))
    answers = {"vehicle": "car", "crossed_on": "unknown"}
    assert [q.id for q in assess(rules, answers, MONDAY).next_screen] == ["resident"]
    assert assess(rules, {**answers, "resident": "no"}, MONDAY).next_screen == ()
