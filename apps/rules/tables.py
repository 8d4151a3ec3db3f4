"""From TOML tables to typed values; every complaint names file and line."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from apps.rules.conditions import Condition, Constant
from apps.rules.errors import RulebookError, nearest
from apps.rules.model import Span
from apps.rules.parsing import parse

MOST = 36_500  # days, a hundred years: more is a slip of the hand
WANTED = {
    str: "text in quotes",
    int: f"a whole number from 0 up to {MOST}",
    bool: "true or false",
    date: "a date such as 2025-09-01 without quotes and time",
}


@dataclass(frozen=True)
class Table:
    """One table of a rulebook file, by its dotted name, for example steps.report_move."""

    file: Path
    name: str
    values: dict[str, Any]

    @property
    def id(self) -> str:
        """The last part of the dotted name."""
        return self.name.rpartition(".")[2]

    def error(self, problem: str, key: str = "") -> RulebookError:
        """Return an error that names file, line, table and field."""
        at = " ".join([f"[{self.name}]"] * bool(self.name) + [key] * bool(key))
        return RulebookError(f"{self.file.name}:{_line(self.file, self.name, key)}: {at}: {problem}")

    def tables(self) -> list["Table"]:
        """Return the tables inside this one."""
        return [self.inner(key) for key in self.values]

    def inner(self, key: str) -> "Table":
        """Return the table under a key, or raise RulebookError."""
        name = f"{self.name}.{key}" if self.name else key
        return Table(self.file, name, self._typed(key, dict, f"a table [{name}]"))

    def make(self, kind: type[Any], **given: Any) -> Any:
        """Return a dataclass whose fields are those of this table, and whose id is its name.

        `given` stands for fields that are not written. Raises RulebookError for a field that is missing, of another
        type or of another name, and for what the dataclass itself refuses with ValueError(problem, field).
        """
        hints = get_type_hints(kind)
        has_id = hints.pop("id", None)
        for key in self.values:
            if key not in hints:
                raise self.error(f"there is no such field. {nearest(key, hints)}", key)
        found = given | {key: self.read(key, hints[key]) for key in self.values}
        found |= {"id": self.id} if has_id else {}
        for field in fields(kind):
            if field.name not in found and field.default is field.default_factory is MISSING:
                wanted = WANTED.get(hints[field.name])
                raise self.error("is missing" + (f"; it must be {wanted}" if wanted else ""), field.name)
        try:
            return kind(**found)
        except ValueError as error:
            raise self.error(*error.args) from None

    def read(self, key: str, hint: Any) -> Any:
        """Return the value of a field as the type that its dataclass names, or raise RulebookError."""
        kind, inner = get_origin(hint), get_args(hint)
        if NoneType in inner:
            return self.read(key, inner[0])
        if hint in WANTED:
            return self._typed(key, hint, WANTED[hint])
        if hint is Span:
            return self._span(key)
        if hint is Constant or hint == Condition:
            return self._condition(key, hint)
        if kind is Literal or issubclass(kind or hint, StrEnum):
            return self._choice(key, inner) if inner else hint(self._choice(key, list(map(str, hint))))
        if kind is Mapping:
            below = self.inner(key)
            return {name: below.read(name, inner[1]) for name in below.values}
        if is_dataclass(inner[0] if inner else hint):
            return self._made(key, hint, *inner)
        return kind(self._items(key, inner[0])) if kind in (tuple, frozenset) else self.values[key]

    def _typed(self, key: str, kind: type, wanted: str) -> Any:
        # Not isinstance: true is a whole number to Python, and a date with a time of day is a date.
        value = self.values[key]
        if type(value) is not kind or (type(value) is int and not 0 <= value <= MOST):
            raise self.error(f"is {value!r}, but it must be {wanted}", key)
        return value

    def _choice(self, key: str, allowed: Iterable[str]) -> str:
        value = str(self._typed(key, str, WANTED[str]))
        if value not in allowed:
            raise self.error(f"is {value!r}. {nearest(value, allowed)}", key)
        return value

    def _items(self, key: str, kind: type) -> list[Any]:
        values: list[Any] = self._typed(key, list, "a list such as ['a', 'b']")
        for value in values:
            if type(value) is not kind:
                raise self.error(f"holds {value!r}, but it must be {WANTED[kind]}", key)
        if len(set(values)) != len(values):
            raise self.error("names something twice; keep each item once", key)
        return values

    def _made(self, key: str, kind: Any, *several: Any) -> Any:
        """One dataclass; or several, from tables with names or from a list of small ones without."""
        if not several:
            return self.inner(key).make(kind)
        if "id" in get_type_hints(several[0]):
            return tuple(table.make(several[0]) for table in self.inner(key).tables())
        rows = self._typed(key, list, "a list of tables such as [{ option = 'a' }]")
        return tuple(Table(self.file, self.name, row).make(several[0]) for row in rows)

    def _condition(self, key: str, hint: Any) -> Condition:
        line = self._typed(key, str, WANTED[str])
        try:
            found = parse(line)
        except ValueError as error:
            raise self.error(f"{error}.", key) from None
        if hint is Constant and not isinstance(found, Constant):
            raise self.error("must be 'always' or 'never': what holds while the condition is not in force", key)
        return found

    def _span(self, key: str) -> Span:
        ends = self.values[key]
        if not isinstance(ends, list) or len(ends) != 2 or not all(end == "" or type(end) is date for end in ends):
            raise self.error('must be two dates, the first day and the day after the last; "" for no limit', key)
        start, end = (end or None for end in ends)
        if start and end and start >= end:
            raise self.error(f"ends on {end} before it starts on {start}", key)
        return Span(start, end)


def read_toml(file: Path) -> dict[str, Any]:
    """Read a file, or raise RulebookError that says what is wrong with it."""
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise RulebookError(f"{file}: there is no such file.") from None
    except OSError as error:
        raise RulebookError(f"{file}: cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise RulebookError(f"{file.name}: is not UTF-8 text; save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise RulebookError(f"{file.name}: is not valid TOML: {error}.") from None


def _line(file: Path, table: str, key: str) -> int:
    """Find the line of a key, or else of its table's header, or else the first."""
    found, inside = 1, False
    for number, line in enumerate(file.read_text("utf-8-sig").splitlines(), 1):
        if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line):
            inside = header[1] == table
            found = number if inside else found
        elif inside and key and re.match(rf"\s*{re.escape(key)}\s*=", line):
            return number
    return found
