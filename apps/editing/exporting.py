"""From the database back to the files of the repository: what differs, and writing exactly that."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from apps.amina import phrase_files
from apps.amina.models import Phrase
from apps.editing import exporting_tables, shipping, texts
from apps.editing.exporting_tables import toml
from apps.guide import models
from apps.guide.loading import content, wordings
from apps.guide.loading.shipped_texts import Texts
from apps.guide.loading.tables import ENTRIES, TABLES
from apps.guide.loading.wordings import Wordings
from apps.translations import files, gate, languages
from apps.translations.shipped import edited

Files = dict[Path, str]
BETWEEN = re.compile(r"^(\\*---)$", re.MULTILINE)  # content_files takes the sign away again


def differing() -> Files:
    """Return the files as the database would have them, where they say something else now."""
    wanted = {**_entry_files(), **_wording_files(), **exporting_tables.tables(), **_text_files(), **_word_files()}
    return {file: text for file, text in wanted.items() if _meaning(file) != _meaning_of(file, text)}


def differences() -> Iterator[str]:
    """Name every text that differs, and who is ahead: an editor, or the repository."""
    shipped = shipping.texts()
    for kind, model in texts.MODELS.items():
        for thing in model.objects.all():
            for name in languages.read_fields(model):
                for code in languages.CODES:
                    yield from _difference(thing, f"{kind}:{thing.known_as}", name, code, shipped)


def _difference(thing: Any, record: str, name: str, code: str, shipped: Texts) -> Iterator[str]:
    in_file = shipped.get(record, {}).get(code, {}).get(name, "")
    here = getattr(thing, f"{name}_{code}") or ""
    if gate.clean(in_file) != gate.clean(here):
        ahead = "an editor changed it" if edited(thing, f"{name}_{code}") else "load_content will bring it"
        yield f"{record} {name} {code}: {ahead}"


def write() -> list[Path]:
    """Write the files that differ and return them."""
    found = differing()
    for file, text in found.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return sorted(found)


def _meaning(file: Path) -> Any:
    return _meaning_of(file, files.read(file)) if file.exists() else None


def _meaning_of(file: Path, text: str) -> Any:
    return tomllib.loads(text) if file.suffix == ".toml" else gate.clean(text)


def _entry_files() -> Files:
    found: Files = {}
    elsewhere = _wordings()
    for entry in models.Entry.objects.select_related("topic").prefetch_related("sources", "related"):
        folder = content.FOLDER / "entries" / entry.known_as
        found[folder / "about.toml"] = _about(entry)
        for code in entry.languages:
            found[folder / f"{code}.md"] = _markdown(entry, code, elsewhere.get(code, {}).get(entry.known_as, []))
    return found


def _wordings() -> Wordings:
    return wordings.read(content.FOLDER / "wordings", [entry.known_as for entry in _named()])


def _named(*columns: str) -> Any:
    return models.Entry.objects.only("slug", "shipped", *columns)


def _wording_files() -> Files:
    """Those that an editor has taken out go; what was added stands in the entry's own file."""
    found: Files = {}
    for code, table in _wordings().items():
        column = f"asked_{code}"
        asked = {entry.known_as: getattr(entry, column) for entry in _named(column)}
        left = {slug: [line for line in table[slug] if line in (asked[slug] or "").splitlines()] for slug in table}
        found[content.FOLDER / "wordings" / f"{code}.toml"] = wordings.text(left)
    return found


def _markdown(entry: Any, code: str, elsewhere: list[str]) -> str:
    title, short_answer, body, asked = (
        BETWEEN.sub(r"\\\1", (getattr(entry, f"{name}_{code}") or "").strip())
        for name in ("title", "short_answer", "body", "asked")
    )
    asked = wordings.own(asked, elsewhere).strip()
    parts = [f"# {title}\n\n{short_answer}", body, *([asked] if asked else [])]
    return "\n\n---\n\n".join(parts) + "\n"


def _about(entry: Any) -> str:
    file = content.FOLDER / "entries" / entry.known_as / "about.toml"
    values = exporting_tables.fields(ENTRIES, entry, files.table(file) if file.exists() else {})
    return "".join(f"{name} = {toml(value)}\n" for name, value in values.items())


def _text_files() -> Files:
    found: Files = {}
    for code in languages.CODES:
        tables: dict[str, dict[str, str]] = {}
        for plural, table in TABLES.items():
            for thing in table.model.objects.all():
                said = {name: getattr(thing, f"{name}_{code}") or "" for name in table.texts}
                if any(said.values()):
                    tables[f"{plural}.{thing.known_as}"] = {name: text for name, text in said.items() if text}
        if tables:
            found[content.FOLDER / "texts" / f"{code}.toml"] = _tables(tables)
    return found


def _word_files() -> Files:
    phrases = list(Phrase.objects.all())
    found: Files = {}
    for code in languages.CODES:
        tables: dict[str, dict[str, str]] = {}
        for phrase in phrases:
            if text := getattr(phrase, f"text_{code}"):
                table, _, name = phrase.key.rpartition(".")
                tables.setdefault(table, {})[name] = text
        if tables:
            found[phrase_files.FOLDER / f"{code}.toml"] = _tables(tables)
    return found


def _tables(tables: dict[str, dict[str, str]]) -> str:
    return "\n".join(
        f"[{name}]\n" + "".join(f"{key} = {toml(text)}\n" for key, text in values.items())
        for name, values in tables.items()
    )
