"""Checks that need more than one broken file: size, staleness, phrases, shortest witnesses, many random rulebooks."""

from itertools import product
from operator import not_
from pathlib import Path

import pytest
from hypothesis import given

from apps.rules import Rulebook, epoch_on, load
from apps.rules.authoring.commands import main
from apps.rules.diagrams import Node
from apps.rules.epochs import epochs
from apps.rules.proofs import exact_support, prove, second_opinion, small
from apps.rules.saying.wording import required
from apps.rules.tests.broken_rulebooks import named
from apps.rules.tests.random_rulebooks import DAY, FULL, RANDOM_RUNS, applies, rulebooks

CROSSING = Path(__file__).parent / "crossing.toml"

STEP = """
[steps.{id}]
{group}kind = "info"
when = "{when}"
certainty = "official"
sources = ["S"]
checked_on = 2026-11-01
"""


def twins(tmp_path: Path, pairs: int, group: str = "") -> Rulebook:
    """A rulebook whose one step needs every left question answered like its right one: 2 ** pairs nodes."""
    names = [f"{side}{number}" for side in "xy" for number in range(pairs)]
    alike = [f"((x{n} is yes and y{n} is yes) or (x{n} is no and y{n} is no))" for n in range(pairs)]
    lines = ['[rulebook]\nname = "twins"\n[sources.S]\npublisher = "S"\n']
    lines += [f'[questions.{name}]\nkind = "yes_no"\n' for name in names]
    lines += ["[exclusive.verdict]\n"] if group else []
    lines += [STEP.format(id="alike", when=" and ".join(alike), group=group)]
    (tmp_path / "twins.toml").write_text("\n".join(lines), "utf-8")
    return load(tmp_path / "twins.toml")


def test_a_step_that_is_too_large_names_the_question_to_factor_out(tmp_path: Path) -> None:
    sizes = [failure.message for failure in prove(twins(tmp_path, 9)).failures if failure.proof == "size"]
    assert sizes == ["alike: 1533 nodes; name a condition to factor out 'y0'"]


def test_a_group_that_is_too_large_names_the_question_to_factor_out(tmp_path: Path) -> None:
    # The other proofs take long over so large a rule, and the test above shows that this one is among them.
    (epoch,) = epochs(twins(tmp_path, 13, 'exclusive_group = "verdict"\n'))
    step, group = small(epoch)
    assert step.message == "alike: 24573 nodes; name a condition to factor out 'y0'"
    assert group.message == "group verdict: 24573 nodes; name a condition to factor out 'y0'"


def test_rules_that_were_to_be_checked_again_fail_on_that_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CROSSING), "--on", "2027-01-30"]) == 0
    assert main(["check", str(CROSSING), "--on", "2027-02-01"]) == 1
    assert "FAILED staleness: walk: was to be checked again by 2027-01-30" in capsys.readouterr().out


def test_a_rule_checked_on_a_day_to_come_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CROSSING), "--on", "2026-10-31"]) == 1
    assert "walk: checked_on 2026-11-01 lies in the future" in capsys.readouterr().out


def test_a_file_that_begins_with_a_mark_of_its_encoding_is_read(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text(CROSSING.read_text("utf-8"), "utf-8-sig")
    assert load(tmp_path / "rules.toml").steps.keys() == load(CROSSING).steps.keys()


def test_an_id_without_a_phrase_in_some_language_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keys = required(load(CROSSING))
    (tmp_path / "en.toml").write_text("\n".join(f'{key} = "{key}"' for key in keys), "utf-8")
    assert main(["check", str(CROSSING), "--phrases", str(tmp_path)]) == 0
    (tmp_path / "ky.toml").write_text("\n".join(f'{key} = "{key}"' for key in keys[:-1]), "utf-8")
    assert main(["check", str(CROSSING), "--phrases", str(tmp_path)]) == 1
    assert f"FAILED phrases: ky.toml: {keys[-1]} is missing" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["totality", "exclusivity"])
def test_a_witness_is_as_short_as_it_can_be(name: str, tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text(named(name), "utf-8")
    rulebook = load(tmp_path / "rules.toml")
    (witness, *_) = [failure.witness for failure in prove(rulebook).failures if failure.witness]
    verdicts = [step for step in rulebook.steps.values() if step.exclusive_group == "verdict"]

    def count(answers: dict[str, str]) -> set[int]:
        free = [q for q in rulebook.choices() if q.id not in answers]
        rest = [dict(zip([q.id for q in free], row, strict=True)) for row in product(*(q.options for q in free))]
        return {sum(applies(rulebook, step, {**answers, **one}) for step in verdicts) for one in rest}

    assert count(witness).isdisjoint({1})
    for id in witness:
        assert count({other: option for other, option in witness.items() if other != id}) & {1}


@RANDOM_RUNS
@given(rulebooks())
def test_one_walk_decides_every_step_as_brute_force_does(rulebook: Rulebook) -> None:
    (epoch,) = epochs(rulebook)
    for full in FULL:
        expected = tuple(id for id, step in rulebook.steps.items() if applies(rulebook, step, full))
        assert tuple(epoch.left({id: frozenset([option]) for id, option in full.items()})) == expected
    assert DAY in epoch.span


def test_a_diagram_that_decides_otherwise_than_its_rule_fails_the_second_opinion() -> None:
    epoch = epoch_on(load(CROSSING), DAY)
    assert not list(second_opinion(epoch))
    epoch.compiled["pay"] = epoch.diagrams.apply(not_, epoch.compiled["pay"])
    (failure,) = second_opinion(epoch)
    assert failure.message == "pay: diagram and plain evaluation differ"


def test_a_diagram_that_asks_for_nothing_fails_exact_relevance() -> None:
    epoch = epoch_on(load(CROSSING), DAY)
    assert not list(exact_support(epoch))
    vehicle = epoch.diagrams.index["vehicle"]
    epoch.compiled["pay"] = Node(vehicle, (True,) * len(epoch.questions[vehicle].options))
    (failure,) = exact_support(epoch)
    assert failure.message == "pay: asks 'vehicle', which cannot matter there"
