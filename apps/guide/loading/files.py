"""Reading the content folder: every problem names the file and how to mend it."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from apps.guide import languages


class ContentError(ValueError):
    """A content file is broken."""


def table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise ContentError(f"{file.parent.name}/{file.name} is missing. Add it.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{file.parent.name}/{file.name} is not valid TOML in UTF-8: {error}.") from None


def text(file: Path) -> dict[str, str]:
    """Split an entry's text file into title, short answer and body."""
    head, line, body = file.read_text("utf-8").partition("\n---\n")
    title, _, short_answer = head.strip().partition("\n")
    place = f"{file.parent.name}/{file.name}"
    if not line:
        raise ContentError(f"{place} has no line '---' between the short and the full answer. Add one.")
    if not title.startswith("# "):
        raise ContentError(f"{place} does not start with '# ' and the title. Write the title there.")
    parts = {"title": title[2:].strip(), "short_answer": " ".join(short_answer.split()), "body": body.strip()}
    for name, value in parts.items():
        if not value:
            raise ContentError(f"{place} has no {name.replace('_', ' ')}. Write it, or remove the file.")
    return parts


def texts(folder: Path) -> dict[str, str]:
    """Every language of an entry, under the names of its columns."""
    found: dict[str, str] = {}
    for code in languages.CODES:
        if (file := folder / f"{code}.md").exists():
            found |= {f"{name}_{code}": value for name, value in text(file).items()}
    if f"title_{languages.SOURCE}" not in found:
        raise ContentError(f"{folder.name}/ru.md is missing. Write the Russian text first.")
    return found


def fields(place: str, values: dict[str, Any], required: Iterable[str], allowed: Iterable[str]) -> dict[str, Any]:
    """Check the fields of one table and return them."""
    required = set(required)
    if missing := sorted(required - values.keys()):
        raise ContentError(f"{place}: {', '.join(missing)} is missing. Add it.")
    if unknown := sorted(name for name in values.keys() - required if name not in set(allowed)):
        raise ContentError(f"{place}: there is no field {', '.join(unknown)}. Remove or correct it.")
    return values


def translated(*names: str) -> list[str]:
    return [f"{name}_{code}" for name in names for code in languages.CODES]
