"""A line of a template or of a script is no wider than one of the Python files."""

from pathlib import Path

import pytest
from django.conf import settings

COLUMNS = 120
FILES = sorted([*settings.BASE_DIR.glob("templates/**/*.html"), *settings.BASE_DIR.glob("static/js/**/*.js")])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(settings.BASE_DIR).as_posix())
def test_no_line_of_a_template_or_script_is_longer_than_120_columns(file: Path) -> None:
    lines = enumerate(file.read_text("utf-8").splitlines(), 1)
    assert [number for number, line in lines if len(line) > COLUMNS] == []
