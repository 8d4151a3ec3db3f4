"""Reading the content folder: every problem names the file and how to mend it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from apps.guide.loading import wordings
from apps.guide.loading.tables import TABLES, Table
from apps.guide.loading.wordings import Wordings
from apps.translations import files, gate, languages
from apps.translations.files import ContentError
from apps.translations.worded import LINES

# A line of the text that looks like the line between two parts has a sign before it in the file.
ESCAPED = re.compile(r"^\\(\\*---)$", re.MULTILINE)


def tables(file: Path, naming: re.Pattern[str]) -> dict[str, dict[str, Any]]:
    """Read a file of tables whose names are ids."""
    found = files.table(file)
    for name, values in found.items():
        named(f"{file.name} [{name}]", name, naming)
        if not isinstance(values, dict):
            raise ContentError(f"{file.name}: {name} stands before the first [table]. Move it into one.")
    return found


def worded_tables(file: Path, table: Table, texts: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The same, with each thing's texts in every language; the first of them is required in Russian."""
    found = tables(file, table.naming)
    russian = f"{table.texts[0]}_{languages.ORIGINAL}"
    if strangers := sorted(texts.keys() - found.keys()):
        raise ContentError(
            f"texts/ has words for {', '.join(strangers)}, which {file.name} does not have. Remove them."
        )
    if silent := sorted(id for id in found if russian not in texts.get(id, {})):
        raise ContentError(f"texts/ru.toml: {', '.join(silent)} of {file.name} has no words. Write them.")
    return {id: {**values, **texts[id]} for id, values in found.items()}


def named(place: str, name: str, naming: re.Pattern[str]) -> None:
    if not naming.fullmatch(name):
        raise ContentError(f"{place} is not a name for an address. Write it like {naming.pattern}.")


def entry_text(file: Path) -> dict[str, str]:
    """Split an entry's text file into title, short answer, body and, if given, the other ways people ask it."""
    head, line, rest = gate.clean(files.read(file)).partition("\n---\n")
    body, _, asked = rest.partition("\n---\n")
    title, _, short_answer = head.strip().partition("\n")
    place = f"{file.parent.name}/{file.name}"
    if not line:
        raise ContentError(f"{place} has no line '---' between the short and the full answer. Add one.")
    if not title.startswith("# "):
        raise ContentError(f"{place} does not start with '# ' and the title. Write the title there.")
    parts = {"title": title[2:].strip(), "short_answer": LINES.sub(" ", short_answer.strip()), "body": body.strip()}
    for name, value in parts.items():
        if not value:
            raise ContentError(f"{place} has no {name.replace('_', ' ')}. Write it, or remove the file.")
    return {name: ESCAPED.sub(r"\1", text) for name, text in {**parts, "asked": asked.strip()}.items()}


def entry_texts(folder: Path, more: Wordings) -> dict[str, str]:
    """Every language of an entry, under the names of its columns, with the wordings that stand elsewhere."""
    found: dict[str, str] = {}
    for code in languages.CODES:
        if (file := folder / f"{code}.md").exists():
            parts = entry_text(file)
            parts["asked"] = wordings.joined(parts["asked"], more.get(code, {}).get(folder.name, ()))
            found |= {f"{name}_{code}": value for name, value in parts.items()}
    if f"title_{languages.ORIGINAL}" not in found:
        raise ContentError(f"{folder.name}/ru.md is missing. Write the Russian text first.")
    return found


def texts(folder: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """The texts of topics, sources and contacts by kind and id, every language under the names of its columns."""
    found: dict[str, dict[str, dict[str, Any]]] = {kind: {} for kind in TABLES}
    for file in (folder / f"{code}.toml" for code in languages.CODES):
        for kind, things in files.table(file).items() if file.exists() else ():
            for id, values in _things(file, kind, things):
                files.fields(f"{file.name} [{kind}.{id}]", values, [], TABLES[kind].texts)
                found[kind].setdefault(id, {}).update({f"{name}_{file.stem}": text for name, text in values.items()})
    return found


def _things(file: Path, kind: str, things: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if (
        kind not in TABLES
        or not isinstance(things, dict)
        or not all(isinstance(text, dict) for text in things.values())
    ):
        raise ContentError(f"{file.name}: {kind} does not belong here. Write tables like [topics.id] or [sources.id].")
    yield from things.items()
