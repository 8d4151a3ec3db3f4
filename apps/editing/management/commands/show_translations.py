"""Print as Markdown which text is in which state in every language, and what reading the translations back has found."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from apps.editing import table, texts
from apps.translations import checks, languages


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        for line in [*_entries(), "", *_counts(), "", *_findings()]:
            self.stdout.write(line)


def _entries() -> Iterator[str]:
    yield from _head("entry", languages.TARGETS)
    for row in table.rows("entry"):
        yield _line(row.name, *row.states.values())


def _counts() -> Iterator[str]:
    yield from _head("texts", languages.TARGETS)
    for kind in texts.MODELS:
        rows = table.rows(kind)
        counted = [Counter(row.states[code] for row in rows) for code in languages.TARGETS]
        yield _line(
            f"{kind} ({len(rows)})", *(", ".join(f"{n} {state}" for state, n in one.items()) for one in counted)
        )


def _findings() -> Iterator[str]:
    """The sums of what each reader wrote down, from content/checks/findings/<day>/<code>.toml."""
    files = sorted((checks.FOLDER / "findings").glob("*/*.toml"))
    found = [(file.parent.name, file.stem, tomllib.loads(file.read_text("utf-8"))) for file in files]
    kinds = list(found[0][2]["differences"])
    yield from _head("read back", ["texts", *kinds, "written out", "open"])
    rows = [(f"{day} {code}", _sums(one, kinds)) for day, code, one in found]
    for name, sums in rows:
        yield _line(name, *sums)
    yield _line("all", *map(sum, zip(*(sums for _, sums in rows), strict=True)))


def _sums(one: dict[str, Any], kinds: list[str]) -> list[int]:
    """Texts, differences by kind, how many of them stand in the file with what was read and meant, and the open ones."""
    differences = [one["differences"][kind] for kind in kinds]
    return [sum(one["texts"].values()), *differences, len(one.get("findings", [])), one["open"]]


def _head(first: str, columns: Any) -> Iterator[str]:
    yield _line(first, *columns)
    yield "|---|" + "---|" * len(columns)


def _line(*cells: Any) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"
