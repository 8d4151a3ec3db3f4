"""What the README and CONTRIBUTING claim is so."""

import re

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
SETTINGS = (ROOT / "site/config/settings.py").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def test_every_variable_that_the_settings_read_is_documented() -> None:
    read = set(re.findall(r'(?:environment\.\w+|environ\.get)\(\s*"([A-Z_]+)"', SETTINGS))
    assert set(re.findall(r"^\| `([A-Z_]+)`", README, re.MULTILINE)) == read


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_command_that_is_named_exists(text: str) -> None:
    named = set(re.findall(r"(?:^|`)make ([a-z][a-z-]+)", text, re.MULTILINE))
    assert named - set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE)) == set()
    for path in re.findall(r"`((?:apps|site|locale|templates|static|docs)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), path


def test_the_top_level_holds_what_the_readme_names_and_no_more() -> None:
    ours = {place.name for place in ROOT.iterdir() if place.is_dir() and not place.name.startswith(".")}
    assert ours - {"staticfiles", "node_modules"} == {
        "apps",
        "benchmarks",
        "deploy",
        "docs",
        "locale",
        "site",
        "static",
        "templates",
    }
