"""The one place that reads a rulebook's files: from TOML to a rulebook, or to an error that helps."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from apps.rules import references
from apps.rules.calendars import Calendar, Year
from apps.rules.errors import RulebookError
from apps.rules.model import Definition, ExclusiveGroup, Rulebook, ScreenLimit, Source, Step
from apps.rules.questions import OPTIONS, OptionGroup, Question
from apps.rules.tables import Table, read_toml

SECTIONS = ("rulebook", "questions", "groups", "conditions", "steps", "exclusive", "screens", "sources", "calendar")


@dataclass(frozen=True)
class _Head:
    """The table [rulebook]."""

    name: str
    time_zone: str = "UTC"
    sources_file: str = ""
    recheck_days: int = 90
    unsourced_facts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.time_zone)
        except (KeyError, ValueError, OSError):
            problem = f"is {self.time_zone!r}, but it must be a time zone such as 'Asia/Tokyo'"
            raise ValueError(problem, "time_zone") from None


def load(path: str | Path) -> Rulebook:
    """Read a rulebook: one TOML file, or a folder of them that is read as one.

    `[rulebook] sources_file` may name a further file, relative to the rulebook, that holds one table per source.
    Returns a rulebook whose references all resolve. Raises RulebookError, which names file and line,
    what is wrong and how to mend it.
    """
    path = Path(path)
    sections = _sections(path)
    head: _Head = sections["rulebook"].make(_Head)
    years = _made(Year, sections["calendar"])
    rulebook = Rulebook(
        name=head.name,
        time_zone=head.time_zone,
        questions=_by_id(_question(table, sections["questions"]) for table in sections["questions"].tables()),
        groups=_made(OptionGroup, sections["groups"]),
        definitions=_made(Definition, sections["conditions"]),
        steps=_made(Step, sections["steps"], recheck_days=head.recheck_days),
        exclusive=_made(ExclusiveGroup, sections["exclusive"]),
        screens=_made(ScreenLimit, sections["screens"]),
        sources=_by_id(_source(table) for table in _source_tables(sections["sources"], path, head)),
        unsourced_facts=head.unsourced_facts,
        calendar=Calendar(MappingProxyType({int(id): year for id, year in years.items()})),
    )
    references.check(rulebook, {name: section.file for name, section in sections.items()})
    return rulebook


def _sections(path: Path) -> dict[str, Table]:
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise RulebookError(f"{path}: there is no .toml file in this folder.")
    found: dict[str, Table] = {}
    for file in files:
        for name, value in read_toml(file).items():
            if name not in SECTIONS or not isinstance(value, dict):
                raise Table(file, name, {}).error(f"a rulebook has only these tables: {', '.join(SECTIONS)}")
            if name in found:
                raise Table(file, name, {}).error(f"stands in {found[name].file.name} too; keep a table in one file")
            found[name] = Table(file, name, value)
    for name in ("rulebook", "questions", "steps"):
        if name not in found:
            raise RulebookError(f"{files[0].name}:1: the table [{name}] is missing.")
    return {name: found.get(name, Table(files[0], name, {})) for name in SECTIONS}


def _source_tables(section: Table, path: Path, head: _Head) -> list[Table]:
    if not head.sources_file:
        return section.tables()
    file = (path if path.is_dir() else path.parent) / head.sources_file
    return Table(file, "", read_toml(file)).tables()


def _source(table: Table) -> Source:
    # A registry of sources may say more about them than the rules need.
    known = {key: value for key, value in table.values.items() if key in Source.__dataclass_fields__}
    found: Source = Table(table.file, table.name, known).make(Source)
    return found


def _question(table: Table, section: Table) -> Question:
    options = OPTIONS.get(str(table.values.get("kind")), ())
    found: Question = table.make(Question, screen=_screen(table, section), options=options)
    return found


def _screen(table: Table, section: Table) -> str:
    """The screen of its own, or the one of the question that it stands under, however far above."""
    name, values, seen = table.id, table.values, set[str]()
    while isinstance(parent := values.get("under"), str) and parent not in seen:
        seen.add(parent)
        above = section.values.get(parent)
        if not isinstance(above, dict):
            break
        name, values = str(above.get("screen", parent)), {} if "screen" in above else above
    return name


def _made(kind: type[Any], section: Table, **given: Any) -> Mapping[str, Any]:
    return _by_id(table.make(kind, **given) for table in section.tables())


def _by_id(parts: Any) -> Mapping[str, Any]:
    return MappingProxyType({part.id: part for part in parts})
