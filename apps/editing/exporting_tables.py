"""The tables of topics, sources and contacts: only those that differ are written anew, comments stay."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Manager

from apps.guide.loading import content
from apps.guide.loading.tables import TABLES, Table
from apps.translations import files
from apps.translations.shipped import Shipped


def tables() -> dict[Path, str]:
    """Return the three files as the database would have them."""
    return {
        content.FOLDER / f"{plural}.toml": _file(content.FOLDER / f"{plural}.toml", TABLES[plural]) for plural in TABLES
    }


def fields(table: Table, thing: Any, before: Mapping[str, Any]) -> dict[str, Any]:
    """Return what stands in a thing's file beside its texts; `before` is what stands there now."""
    found = {name: _value(getattr(thing, name), before.get(name, [])) for name in table.fields}
    if found.get("slug") == thing.known_as and "slug" not in before:
        del found["slug"]  # a name of its own stands there only once an editor has given one
    return {name: value for name, value in found.items() if value or name not in table.optional}


def toml(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _file(file: Path, table: Table) -> str:
    text, before = files.read(file), files.table(file)
    for thing in table.model.objects.all():
        old = before.get(thing.known_as, {})
        now = fields(table, thing, old)
        if now != {name: value for name, value in old.items() if name in table.fields}:
            text = _replaced(text, thing.known_as, {**_for_others(table, thing, old), **now})
    return text


def _for_others(table: Table, thing: Any, old: Mapping[str, Any]) -> dict[str, Any]:
    if old:
        return {name: value for name, value in old.items() if name in table.for_others}
    return {name: getattr(thing, f"{name}_en") or getattr(thing, f"{name}_ru") for name in table.for_others}


def _value(value: Any, listed: list[str]) -> Any:
    if isinstance(value, Shipped):
        return value.known_as
    if not isinstance(value, Manager):
        return value
    now = [thing.known_as for thing in value.all()]
    return listed if sorted(listed) == sorted(now) else now  # the database keeps no order


def _replaced(text: str, name: str, values: dict[str, Any]) -> str:
    table = f"[{name}]\n" + "".join(f"{key} = {toml(value)}\n" for key, value in values.items())
    block = re.compile(rf"^\[{re.escape(name)}\]\n(?:(?![\[#]).+\n?)*", re.MULTILINE)
    if block.search(text):
        return block.sub(lambda _: table, text)
    return f"{text.rstrip()}\n\n{table}"
