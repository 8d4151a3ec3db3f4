"""What is installed is what was chosen: pinned, with hashes, nothing beside it."""

import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

# What pip-audit does where no advisory can be asked: it skips every package and is content, unless it has to be strict.
OUT_OF_REACH = """#!/bin/sh
case "$*" in *--strict*) exit 1;; esac
"""
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==([^\s;\\]+)", re.MULTILINE)


def pinned(name: str) -> dict[str, str]:
    found = PINNED.findall((settings.BASE_DIR / name).read_text("utf-8"))
    return {re.sub(r"[._]", "-", package).lower(): version for package, version in found}


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_chosen_version_is_installed_by_its_hashes(name: str) -> None:
    chosen, installed = pinned(f"{name}.in"), pinned(f"{name}.txt")
    assert {package: installed.get(package) for package in chosen} == chosen, "run: make requirements"
    blocks = re.split(r"^(?=[A-Za-z])", (settings.BASE_DIR / f"{name}.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert len(blocks) == len(installed)
    assert not [block for block in blocks if "--hash=sha256:" not in block]


def test_tools_run_beside_the_very_versions_that_the_site_runs_on() -> None:
    site, tools = pinned("requirements.txt"), pinned("requirements-dev.txt")
    assert {package: tools.get(package) for package in site} == site


def test_what_nobody_could_be_asked_about_is_not_called_free_of_faults(tmp_path: Path) -> None:
    tool = tmp_path / "uv"
    tool.write_text(OUT_OF_REACH)
    tool.chmod(0o755)
    asked = ["make", "--no-print-directory", "known-faults", f"UV={tool}"]
    done = subprocess.run(asked, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    assert done.returncode and "then nothing is known" in done.stdout
