"""Reading a file of texts: every problem names the file and how to mend it."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

LISTS = ("facts", "sources", "related", "steps")


class ContentError(ValueError):
    """A content file is broken."""


def table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read(file))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{file.parent.name}/{file.name} is not valid TOML: {error}.") from None


def read(file: Path) -> str:
    place = f"{file.parent.name}/{file.name}"
    try:
        # Some editors on Windows begin a file with an invisible mark.
        return file.read_text("utf-8-sig")
    except FileNotFoundError:
        raise ContentError(f"{place} is missing. Add it.") from None
    except UnicodeDecodeError as error:
        raise ContentError(f"{place} is not in UTF-8 (byte {error.start}). Save it as UTF-8.") from None


def fields(place: str, values: dict[str, Any], required: Iterable[str], allowed: Iterable[str]) -> dict[str, Any]:
    """Check the fields of one table and return them."""
    required = set(required)
    if missing := sorted(required - values.keys()):
        raise ContentError(f"{place}: {', '.join(missing)} is missing. Add it.")
    if unknown := sorted(name for name in values.keys() - required if name not in set(allowed)):
        raise ContentError(f"{place}: there is no field {', '.join(unknown)}. Remove or correct it.")
    for name in values.keys() & set(LISTS):
        if not isinstance(values[name], list) or not all(isinstance(item, str) for item in values[name]):
            raise ContentError(f'{place}: {name} is not a list of ids. Write {name} = ["…", "…"].')
    return values
