"""Mutation: what no example person notices is reported, and what somebody notices is not."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from apps.rules import RulebookError, load
from apps.rules.authoring.commands import main
from apps.rules.authoring.mutating import mutants, mutated, parts, unnoticed
from apps.rules.parsing import parse
from apps.rules.saying.people import differences, load_people

FILE = Path(__file__).parent / "crossing.toml"
RULES = load(FILE)

PEOPLE = """
[driver]
note = "A resident drives in winter."
on = 2026-12-01
answers = { vehicle = "car", age = "adult", resident = "yes", crossed_on = 2026-12-03 }
verdict = "drive"
steps = ["pay"]
dates = { pay = 2026-12-07 }

[child]
note = "Children go free."
on = 2026-12-01
like = "driver"
answers = { age = "child" }
verdict = "walk"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "people.toml").write_text(PEOPLE)
    return tmp_path


def test_people_are_told_what_they_expect(folder: Path) -> None:
    people = load_people(folder, RULES)
    assert [(person.id, differences(RULES, person)) for person in people] == [("driver", {}), ("child", {})]


def test_a_wrong_expectation_is_shown_beside_what_was_said(folder: Path) -> None:
    (folder / "people.toml").write_text(PEOPLE.replace("2026-12-07", "2026-12-08"))
    driver = load_people(folder, RULES)[0]
    assert differences(RULES, driver) == {"dates": ({"pay": date(2026, 12, 8)}, {"pay": date(2026, 12, 7)})}


def test_every_mutant_means_something_else() -> None:
    found = [mutant.what for mutant in mutants(RULES)]
    assert len(found) == len(set(found))
    assert "steps.pay deadline: readings: press days: 4 becomes 3" in found
    assert "conditions.winter in_force: start: -1 day" in found


def test_what_nobody_notices_is_reported(folder: Path) -> None:
    count, missed = unnoticed(RULES, load_people(folder, RULES))
    assert 0 < len(missed) < count
    assert "conditions.winter in_force: start: -1 day" in missed
    assert "steps.pay deadline: readings: press days: 4 becomes 3" not in missed


def test_the_command_prints_the_score(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", str(FILE), str(folder)]) == 0
    assert "mutants noticed" in capsys.readouterr().out


def test_a_file_without_a_table_for_each_person_is_refused_with_help(folder: Path) -> None:
    (folder / "people.toml").write_text("driver = 1")
    with pytest.raises(RulebookError, match=r"^people.toml:1: driver: is 1, but it must be a table \[driver\]$"):
        load_people(folder, RULES)


def test_a_broken_person_is_refused_with_help(folder: Path) -> None:
    (folder / "people.toml").write_text(PEOPLE.replace('like = "driver"', 'like = "drover"'))
    with pytest.raises(RulebookError, match="there is no person 'drover' to be like"):
        load_people(folder, RULES)


def test_the_parts_together_have_the_mutants_of_the_whole(folder: Path) -> None:
    people = load_people(folder, RULES)
    found = [unnoticed(RULES, people, [part]) for part in parts(RULES)]
    count, missed = unnoticed(RULES, people)
    assert (sum(count for count, _ in found), [what for _, more in found for what in more]) == (count, missed)
    assert count == len(list(mutants(RULES))) == len(list(mutated(RULES)))


def test_a_mutant_that_means_the_same_is_none(folder: Path) -> None:
    twice = replace(RULES.steps["walk"], when=parse("free or free"))
    rules = replace(RULES, steps=MappingProxyType({**RULES.steps, "walk": twice}))
    what = "steps.walk when: free or free with and for or"
    assert what in [mutant.what for mutant in mutated(rules)]
    assert what not in [mutant.what for mutant in mutants(rules)]
    assert what not in unnoticed(rules, load_people(folder, rules))[1]
