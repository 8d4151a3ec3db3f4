"""Reading the content folder: every problem names the file and how to mend it."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from apps.guide import languages

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CODE = re.compile(r"[A-Z0-9_]+")
LISTS = ("facts", "sources", "related", "steps")


class ContentError(ValueError):
    """A content file is broken."""


def tables(file: Path, naming: re.Pattern[str]) -> dict[str, dict[str, Any]]:
    """Read a file of tables whose names are ids."""
    found = table(file)
    for name, values in found.items():
        named(f"{file.name} [{name}]", name, naming)
        if not isinstance(values, dict):
            raise ContentError(f"{file.name}: {name} stands before the first [table]. Move it into one.")
    return found


def named(place: str, name: str, naming: re.Pattern[str]) -> None:
    if not naming.fullmatch(name):
        raise ContentError(f"{place} is not a name for an address. Write it like {naming.pattern}.")


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


def text(file: Path) -> dict[str, str]:
    """Split an entry's text file into title, short answer and body."""
    head, line, body = read(file).partition("\n---\n")
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
    for name in values.keys() & set(LISTS):
        if not isinstance(values[name], list) or not all(isinstance(item, str) for item in values[name]):
            raise ContentError(f'{place}: {name} is not a list of ids. Write {name} = ["…", "…"].')
    return values


def translated(*names: str) -> list[str]:
    return [f"{name}_{code}" for name in names for code in languages.CODES]
