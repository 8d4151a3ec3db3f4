"""Questions under others, dates that answer and are answered, the named order, on the ferry of these tests."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from apps.rules import assess, load
from apps.rules.answers import read
from apps.rules.ordering import in_order
from apps.rules.proofs import prove

RULES = load(Path(__file__).parent / "ferry.toml")
MONDAY = date(2026, 11, 23)


def asked(answers: dict[str, str]) -> list[str]:
    return [question.id for question in assess(RULES, answers, MONDAY).next_screen]


def test_all_proofs_hold() -> None:
    assert prove(RULES).failures == ()


def test_a_question_under_another_is_shown_with_it_on_its_screen() -> None:
    assert asked({"crossing": "day"}) == ["load", "weight", "fragile", "dog", "vaccinated_on"]
    assert {RULES.questions[id].screen for id in ("load", "weight", "fragile", "vaccinated_on")} == {"things"}


def test_it_is_not_asked_where_the_other_one_does_not_open_it() -> None:
    assert asked({"crossing": "day", "load": "no"}) == ["dog", "vaccinated_on"]
    assert asked({"crossing": "day", "load": "yes", "weight": "light"}) == ["dog", "vaccinated_on"]
    assert asked({"crossing": "day", "load": "yes", "dog": "no"}) == ["weight", "fragile"]
    assert asked({"crossing": "day", "load": "unknown", "dog": "no"}) == ["bought_on"]


def test_an_answer_beneath_counts_only_while_it_is_open() -> None:
    given = {"crossing": "day", "weight": "heavy", "fragile": "yes", "dog": "yes", "vaccinated_on": "2026-11-02"}
    assert read(RULES, {**given, "load": "yes"}, MONDAY).options["fragile"] == {"yes"}
    closed = read(RULES, {**given, "load": "no", "dog": "no"}, MONDAY)
    assert "weight" not in closed.options and "fragile" not in closed.options and "vaccinated_on" not in closed.days
    assert "weight" not in read(RULES, given, MONDAY).options
    assert "weight" not in read(RULES, {**given, "load": "unknown"}, MONDAY).options


@pytest.mark.parametrize(("option", "back"), [("today", 0), ("yesterday", 1)])
def test_an_exact_option_gives_the_date_its_day(option: str, back: int) -> None:
    found = read(RULES, {"ticket": option}, MONDAY)
    assert found.days["bought_on"] == MONDAY - timedelta(days=back)
    assert (found.options["ticket"], found.options["old_price"]) == (frozenset([option]), frozenset(["no"]))
    assert read(RULES, {"ticket": option, "bought_on": "unknown"}, MONDAY) == found


def test_other_options_give_no_day() -> None:
    for option in ("three_working_days", "long_ago", "unknown"):
        assert read(RULES, {"ticket": option}, MONDAY).days.get("bought_on") is None


def test_a_day_that_was_named_wins_over_the_option() -> None:
    found = read(RULES, {"ticket": "today", "bought_on": "19.11.2026"}, MONDAY)
    assert (found.options["ticket"], found.days["bought_on"]) == (frozenset(["three_working_days"]), date(2026, 11, 19))


@pytest.mark.parametrize(("day", "old"), [("2026-10-31", "yes"), ("2026-11-01", "no")])
def test_a_band_ends_on_its_day(day: str, old: str) -> None:
    assert read(RULES, {"bought_on": day}, MONDAY).options["old_price"] == {old}


def test_a_day_answers_every_question_that_it_settles() -> None:
    night = {"crossing": "night"}
    assert asked(night) == ["ticket", "bought_on"]
    assert asked({**night, "ticket": "long_ago", "bought_on": "unknown"}) == ["old_price"]
    assert asked({**night, "bought_on": "2026-10-01"}) == []


def test_steps_come_in_the_order_that_is_named_and_otherwise_as_they_were() -> None:
    everything = ["use_ticket", "board", "weigh", "wrap", "show_dog", "pay_more"]
    assert in_order(RULES, everything, str) == ["use_ticket", "show_dog", "wrap", "weigh", "board", "pay_more"]
    assert in_order(RULES, ["board", "show_dog"], str) == ["show_dog", "board"]
