"""The self-check's words as they ship, one file per language."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from apps.guide.loading.files import ContentError

FOLDER = Path(__file__).parent / "words"


def read() -> dict[str, dict[str, str]]:
    """Return the words of every language that has a file, by key."""
    files = {code: FOLDER / f"{code}.toml" for code, _ in settings.LANGUAGES}
    return {code: _read(file) for code, file in files.items() if file.exists()}


def _read(file: Path) -> dict[str, str]:
    try:
        return dict(_flat(tomllib.loads(file.read_text("utf-8")), ""))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{file.name} is not valid TOML: {error}.") from None


def _flat(table: dict[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
