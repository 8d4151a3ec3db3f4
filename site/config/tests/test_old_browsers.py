"""A browser that does not know a sign of the language runs nothing of the script it stands in."""

import re
from pathlib import Path

import pytest
from django.conf import settings

SCRIPTS = sorted([*settings.BASE_DIR.glob("static/js/**/*.js"), *settings.BASE_DIR.glob("static/vendor/*.js")])
NEWER = re.compile(r"\?\.(?!\d)|\?\?|\|\|=|&&=|\bstatic \{|\bthis\.#")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_no_script_uses_a_sign_that_browsers_of_2019_do_not_know(script: Path) -> None:
    lines = enumerate(script.read_text("utf-8").splitlines(), 1)
    assert [f"{number}: {line.strip()}" for number, line in lines if NEWER.search(line)] == []
