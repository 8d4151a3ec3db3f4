"""The most screens on any way: the figure holds for every way that brute force finds."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given

from apps.rules import Rulebook, assess, load
from apps.rules.authoring.commands import main
from apps.rules.conditions import Condition
from apps.rules.epochs import epoch_on
from apps.rules.proofs import prove
from apps.rules.screens import longest
from apps.rules.tests.random_rulebooks import (
    DAY,
    FULL,
    QUESTIONS,
    RANDOM_RUNS,
    conditions,
    holds,
    plain_leaves,
    rulebooks,
)

FERRY = Path(__file__).parent / "ferry.toml"


def ways(rulebook: Rulebook) -> Iterator[dict[str, str]]:
    """What everybody is asked and answers, who may not know."""
    seen = set()
    for row in product(*([*question.options, "unknown"] for question in QUESTIONS.values())):
        given, asked = dict(zip(QUESTIONS, row, strict=True)), dict[str, str]()
        while screen := assess(rulebook, asked, DAY).next_screen:
            asked |= {question.id: given[question.id] for question in screen}
        if (key := tuple(asked.items())) not in seen:
            seen.add(key)
            yield asked


def may_hold(rulebook: Rulebook, condition: Condition, asked: dict[str, str]) -> bool:
    """Whether a condition holds as far as somebody knows and was asked."""
    told = {id: option for id, option in asked.items() if option != "unknown"}
    by_rest: dict[tuple[str, ...], bool] = {}
    for full in [full for full in FULL if all(full[id] == option for id, option in told.items())]:
        rest = tuple(full[id] for id in QUESTIONS if id not in asked)
        by_rest[rest] = by_rest.get(rest, True) and holds(rulebook, condition, full)
    return any(by_rest.values())


@RANDOM_RUNS
@given(rulebooks(), conditions(plain_leaves))
def test_nobody_whom_a_limit_concerns_sees_more_screens(rulebook: Rulebook, condition: Condition) -> None:
    epoch = epoch_on(rulebook, DAY)
    most = longest(epoch, epoch.diagrams.compile(condition)).screens
    assert max((len(asked) for asked in ways(rulebook) if may_hold(rulebook, condition, asked)), default=0) <= most


@RANDOM_RUNS
@given(rulebooks())
def test_for_everybody_the_figure_is_that_of_whoever_knows_nothing(rulebook: Rulebook) -> None:
    assert longest(epoch_on(rulebook, DAY), True).screens == max(len(asked) for asked in ways(rulebook))


def test_the_check_prints_the_figures_and_fails_above_the_limit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(FERRY), "--on", "2026-11-23"]) == 0
    assert "by_day: at most 3 screens on any way" in capsys.readouterr().out
    (tmp_path / "ferry.toml").write_text(FERRY.read_text("utf-8").replace("most = 3", "most = 2"), "utf-8")
    assert main(["check", str(tmp_path / "ferry.toml")]) == 1
    said = capsys.readouterr().out
    assert "FAILED screens: from the beginning: by_day: up to 3 screens, but at most 2 are allowed" in said
    assert "crossing=day" in said


def test_steps_that_contradict_each_other_name_whom_they_both_meet(tmp_path: Path) -> None:
    both = FERRY.read_text("utf-8").replace('unless = "weight is heavy and fragile is yes"\n', "")
    (tmp_path / "ferry.toml").write_text(both, "utf-8")
    (failure,) = [one for one in prove(load(tmp_path / "ferry.toml")).failures if one.proof == "no contradiction"]
    assert failure.witness == {"crossing": "day", "load": "yes", "weight": "heavy", "fragile": "yes"}
