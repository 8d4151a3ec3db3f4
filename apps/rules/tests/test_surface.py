"""What the library offers is what the site uses, and its README says so."""

import ast
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from apps import rules
from apps.rules import saying
from apps.rules.authoring.commands import COMMANDS

LIBRARY = Path(__file__).parents[1]
SITE = [file for file in LIBRARY.parent.rglob("*.py") if LIBRARY not in file.parents and "tests" not in file.parts]
DOMAIN = ["a" + "mina", "mos" + "cow", "rus" + "sia", "mig" + "rant", "citizen" + "ship"]
README = (LIBRARY / "README.md").read_text("utf-8")


def used(module: str) -> set[str]:
    trees = [ast.walk(ast.parse(file.read_text("utf-8"))) for file in SITE]
    imports = [node for tree in trees for node in tree if isinstance(node, ast.ImportFrom) and node.module == module]
    return {alias.name for node in imports for alias in node.names} - {"saying"}


@pytest.mark.parametrize("room", [rules, saying], ids=["rules", "saying"])
def test_a_room_exports_the_names_that_the_site_uses_and_no_others(room: object) -> None:
    assert set(vars(room)["__all__"]) == used(vars(room)["__name__"])


@pytest.mark.parametrize("room", [rules, saying], ids=["rules", "saying"])
def test_the_readme_names_what_a_room_exports(room: object) -> None:
    rows = re.findall(rf"^\| `from {vars(room)['__name__']} import` \| (.*) \|$", README, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", " ".join(rows))) == set(vars(room)["__all__"])


def test_the_readme_names_every_command() -> None:
    assert set(re.findall(r"^python -m apps\.rules (\w+)", README, re.MULTILINE)) == set(COMMANDS)


def test_the_rulebook_in_the_readme_is_whole_and_part_of_the_one_it_is_tried_on(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "rules.toml").write_text(example, "utf-8")
    rules.load(tmp_path / "rules.toml")
    assert within(tomllib.loads(example), tomllib.loads((LIBRARY / "tests/crossing.toml").read_text("utf-8")))


def within(part: Any, whole: Any) -> bool:
    if not isinstance(part, dict):
        return bool(part == whole)
    return all(key in whole and within(value, whole[key]) for key, value in part.items())


def test_the_library_names_no_domain() -> None:
    texts = [file.read_text("utf-8").lower() for file in LIBRARY.rglob("*.*") if file.suffix in (".py", ".toml", ".md")]
    assert [word for word in DOMAIN if any(re.search(rf"\b{word}", text) for text in texts)] == []
