"""Typed access to TOML tables that names file and line in every complaint."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from apps.rules.errors import RulebookError, nearest

MOST = 36_500  # days, a hundred years: more is a slip of the hand


@dataclass(frozen=True)
class Table:
    """One table of a rulebook file, by its dotted name, for example steps.report_move."""

    file: Path
    name: str
    values: dict[str, Any]

    def error(self, problem: str, key: str = "") -> RulebookError:
        """Return an error that names file, line, table and field."""
        line = _line(self.file, self.name, key)
        at = f"[{self.name}]" + (f" {key}" if key else "")
        return RulebookError(f"{self.file.name}:{line}: {at}: {problem}")

    def allow(self, *keys: str) -> None:
        """Raise RulebookError for a field of another name."""
        for key in self.values:
            if key not in keys:
                raise self.error(f"there is no such field. {nearest(key, keys)}", key)

    def tables(self) -> list["Table"]:
        """Return the tables inside this one."""
        for key, value in self.values.items():
            if not isinstance(value, dict):
                raise self.error(f"is {value!r}, but a table is needed here", key)
        return [Table(self.file, f"{self.name}.{key}", value) for key, value in self.values.items()]

    @property
    def id(self) -> str:
        """The last part of the dotted name."""
        return self.name.rpartition(".")[2]

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text, or raise RulebookError."""
        return str(self._typed(key, str, default, "text in quotes"))

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number from 0 up, or raise RulebookError."""
        value = self._typed(key, int, default, "a whole number")
        if isinstance(value, bool) or not 0 <= value <= MOST:
            raise self.error(f"is {value!r}, but a whole number from 0 up to {MOST} is needed", key)
        return int(value)

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false, or raise RulebookError."""
        return bool(self._typed(key, bool, default, "true or false"))

    def day(self, key: str, default: date | None = None) -> date:
        """Return a date, or raise RulebookError."""
        value = self._typed(key, date, default, "a date such as 2025-09-01 without quotes")
        return self._whole_day(key, value)

    def days(self, key: str) -> list[date]:
        """Return a list of dates, empty if there is none, or raise RulebookError."""
        values = self._typed(key, list, [], "a list of dates such as [2025-09-01]")
        return [self._whole_day(key, value) for value in values]

    def rows(self, key: str) -> list["Table"]:
        """Return a list of small tables, empty if there is none, or raise RulebookError."""
        values = self._typed(key, list, [], "a list of tables such as [{ option = 'a' }]")
        for value in values:
            if not isinstance(value, dict):
                raise self.error(f"holds {value!r}, but a table such as {{ option = 'a' }} is needed", key)
        return [Table(self.file, self.name, value) for value in values]

    def inner(self, key: str) -> "Table":
        """Return the table under a key, empty if there is none, or raise RulebookError."""
        values = self._typed(key, dict, {}, f"a table [{self.name}.{key}]")
        return Table(self.file, f"{self.name}.{key}", values)

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts without repetition, or raise RulebookError."""
        values = self._typed(key, list, None if default is None else list(default), "a list such as ['a', 'b']")
        for value in values:
            if not isinstance(value, str):
                raise self.error(f"holds {value!r}, but every item must be text in quotes", key)
        if len(set(values)) != len(values):
            raise self.error("names something twice; keep each item once", key)
        return tuple(values)

    def choice(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        """Return one of the allowed texts, or raise RulebookError naming the nearest."""
        allowed = [str(value) for value in allowed]
        value = self.text(key, default)
        if value not in allowed:
            raise self.error(f"is {value!r}. {nearest(value, allowed)}", key)
        return value

    def _whole_day(self, key: str, value: Any) -> date:
        # A date with a time of day is a date to Python, but compares with none.
        if type(value) is not date:
            raise self.error(f"holds {value}, but it must be a date such as 2025-09-01 without quotes and time", key)
        return value

    def _typed(self, key: str, kind: type, default: Any, wanted: str) -> Any:
        if key not in self.values:
            if default is None:
                raise self.error(f"is missing; it must be {wanted}", key)
            return default
        if not isinstance(self.values[key], kind):
            raise self.error(f"is {self.values[key]!r}, but it must be {wanted}", key)
        return self.values[key]


def read_toml(file: Path) -> dict[str, Any]:
    """Read a file, or raise RulebookError that says what is wrong with it."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
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
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line):
            inside = header[1] == table
            found = number if inside else found
        elif inside and key and re.match(rf"\s*{re.escape(key)}\s*=", line):
            return number
    return found
