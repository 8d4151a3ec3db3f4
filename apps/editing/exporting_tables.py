"""The tables of topics, sources and contacts: only those that differ are written anew, comments stay."""

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from apps.guide import models
from apps.guide.loading import content
from apps.translations import files

TOPIC = ("position",)
SOURCE = ("kind", "relayed", "date", "date_note", "address", "facts")
TABLES: dict[str, tuple[Any, Sequence[str]]] = {
    "topics": (models.Topic, TOPIC),
    "sources": (models.Source, SOURCE),
    "contacts": (models.Contact, content.CONTACT),
}
OPTIONAL = ("date_note",)


def tables() -> dict[Path, str]:
    """Return the three files as the database would have them."""
    return {content.FOLDER / f"{plural}.toml": _file(plural, *TABLES[plural]) for plural in TABLES}


def toml(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _file(plural: str, model: Any, names: Sequence[str]) -> str:
    file = content.FOLDER / f"{plural}.toml"
    text, before = files.read(file), files.table(file)
    for thing in model.objects.all():
        old = before.get(str(thing), {})
        now = {name: _value(thing, name, old) for name in names}
        now = {name: value for name, value in now.items() if value or name not in OPTIONAL}
        if now != {name: value for name, value in old.items() if name in names}:
            text = _replaced(text, str(thing), {**_kept(plural, thing, old, names), **now})
    return text


def _kept(plural: str, thing: Any, old: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """What a table says beyond the columns: the rules library names the publisher of a source by it."""
    if plural == "sources" and not old:
        return {"publisher": thing.publisher_en or thing.publisher_ru}
    return {name: value for name, value in old.items() if name not in names}


def _value(thing: Any, name: str, old: dict[str, Any]) -> Any:
    if name != "sources":
        return getattr(thing, name)
    now = [source.code for source in thing.sources.all()]
    listed = old.get(name, [])
    return listed if sorted(listed) == sorted(now) else now  # the database keeps no order


def _replaced(text: str, name: str, values: dict[str, Any]) -> str:
    table = f"[{name}]\n" + "".join(f"{key} = {toml(value)}\n" for key, value in values.items())
    block = re.compile(rf"^\[{re.escape(name)}\]\n(?:(?![\[#]).+\n?)*", re.MULTILINE)
    if block.search(text):
        return block.sub(lambda _: table, text)
    return f"{text.rstrip()}\n\n{table}"
