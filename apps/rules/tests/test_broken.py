"""Every rulebook that is broken on purpose gets one error that names the place and helps."""

from pathlib import Path

import pytest

from apps.rules import RulebookError, load
from apps.rules.proofs import prove
from apps.rules.tests.broken_rulebooks import GOOD, REFUSED, WRONG, Row, broken


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row[0])
def test_a_broken_rulebook_is_refused_with_file_line_and_help(row: Row, tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text(broken(row), "utf-8")
    with pytest.raises(RulebookError, match="^rules.toml:") as caught:
        load(tmp_path / "rules.toml")
    assert row[-1] in str(caught.value)


@pytest.mark.parametrize("row", WRONG, ids=lambda row: row[0])
def test_a_wrong_rulebook_fails_its_proof(row: Row, tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text(broken(row), "utf-8")
    failures = prove(load(tmp_path / "rules.toml")).failures
    said = [f"{failure.proof}: {failure.message}" for failure in failures]
    assert any(line.startswith(row[-1]) for line in said), said


SLIPS = [
    "true",
    "-1",
    "'x'",
    "2026-11-01",
    "2026-11-01T10:00:00",
    "1.5",
    "[]",
    "[1]",
    "['x']",
    "[[1]]",
    "{}",
    "{ x = 1 }",
]
LINES = GOOD.splitlines()


@pytest.mark.parametrize("number", [number for number, line in enumerate(LINES) if " = " in line])
def test_any_value_in_any_field_is_read_or_refused_with_help(number: int, tmp_path: Path) -> None:
    file, refused = tmp_path / "rules.toml", 0
    for wrong in SLIPS:
        field = f"{LINES[number].partition(' = ')[0]} = {wrong}"
        file.write_text("\n".join([*LINES[:number], field, *LINES[number + 1 :]]), "utf-8")
        try:
            load(file)
        except RulebookError as error:
            refused += 1
            assert str(error).startswith("rules.toml:")
    assert refused > len(SLIPS) / 2


def test_the_error_names_the_line_of_the_field(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text('[rulebook]\nname = "x"\n\n[questions.q]\noptions = "a"\n\n[steps]\n')
    with pytest.raises(RulebookError, match=r"^rules\.toml:5: \[questions\.q\] options: is 'a', but it must be a list"):
        load(file)


def test_a_missing_file_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="there is no such file"):
        load(tmp_path / "nothing.toml")
    with pytest.raises(RulebookError, match="there is no .toml file in this folder"):
        load(tmp_path)


def test_a_table_may_stand_in_one_file_only(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text('[questions.q]\noptions = ["a", "b"]\n')
    with pytest.raises(RulebookError, match=r"b.toml:1: \[questions\]: stands in a.toml too"):
        load(tmp_path)
