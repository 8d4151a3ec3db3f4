"""What the library offers is what the site uses, and its README says so."""

import ast
import re
from pathlib import Path

import pytest

from apps import rules
from apps.rules import saying
from apps.rules.authoring.commands import COMMANDS

LIBRARY = Path(__file__).parents[1]
SITE = [file for file in LIBRARY.parent.rglob("*.py") if LIBRARY not in file.parents and "tests" not in file.parts]
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
