"""The one place that reads files: from TOML to a rulebook, or to an error that helps."""

import re
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from apps.rules import references
from apps.rules.calendars import SATURDAY, Calendar, Year
from apps.rules.conditions import ALWAYS, NEVER, Condition, Constant
from apps.rules.errors import RulebookError
from apps.rules.model import (
    NO,
    YES,
    Band,
    Certainty,
    Deadline,
    Definition,
    Kind,
    Question,
    Reading,
    Rulebook,
    Source,
    Span,
    Step,
    Unit,
)
from apps.rules.parsing import parse
from apps.rules.tables import Table, read_toml

SECTIONS = ("rulebook", "questions", "groups", "conditions", "steps", "exclusive", "sources", "calendar")
TIMINGS = ("now", "by_date", "daily", "when_it_happens", "know")


def load(path: str | Path) -> Rulebook:
    """Read a rulebook: one TOML file, or a folder of them that is read as one.

    `[rulebook] sources_file` may name a further file, relative to the rulebook, that holds one table per source.
    Returns a rulebook whose references all resolve. Raises RulebookError, which names file and line,
    what is wrong and how to mend it.
    """
    path = Path(path)
    sections = _sections(path)
    head = sections["rulebook"]
    head.allow("name", "time_zone", "sources_file", "recheck_days", "unsourced_facts")
    rulebook = Rulebook(
        name=head.text("name"),
        time_zone=_time_zone(head),
        questions=_by_id(_question(table) for table in sections["questions"].tables()),
        groups=MappingProxyType(dict(_group(table) for table in sections["groups"].tables())),
        definitions=_by_id(_definition(table) for table in sections["conditions"].tables()),
        steps=_by_id(_step(table, head.number("recheck_days", 90)) for table in sections["steps"].tables()),
        exclusive=MappingProxyType(dict(_exclusive(table) for table in sections["exclusive"].tables())),
        sources=_by_id(_source(table) for table in _source_tables(sections, path)),
        unsourced_facts=head.texts("unsourced_facts", ()),
        calendar=_calendar(sections["calendar"]),
    )
    references.check(rulebook, sections)
    return rulebook


def _time_zone(head: Table) -> str:
    name = head.text("time_zone", "UTC")
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        raise head.error(f"is {name!r}, but it must be a time zone such as 'Europe/Moscow'", "time_zone") from None


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


def _source_tables(sections: dict[str, Table], path: Path) -> list[Table]:
    name = sections["rulebook"].text("sources_file", "")
    if not name:
        return sections["sources"].tables()
    file = (path if path.is_dir() else path.parent) / name
    return [Table(file, key, value) for key, value in read_toml(file).items()]


def _by_id(parts: Any) -> Any:
    return MappingProxyType({part.id: part for part in parts})


def _condition(table: Table, key: str, default: Condition | None = None) -> Condition:
    if key not in table.values and default is not None:
        return default
    try:
        return parse(table.text(key))
    except ValueError as error:
        if isinstance(error, RulebookError):
            raise
        raise table.error(f"{error}.", key) from None


def _span(table: Table) -> Span:
    if "in_force" not in table.values:
        return Span()
    ends = table.values["in_force"]
    if not isinstance(ends, list) or len(ends) != 2 or not all(end == "" or type(end) is date for end in ends):
        raise table.error('must be two dates, the first day and the day after the last; "" for no limit', "in_force")
    start, end = (end or None for end in ends)
    if start and end and start >= end:
        raise table.error(f"ends on {end} before it starts on {start}", "in_force")
    return Span(start, end)


def _question(table: Table) -> Question:
    table.allow("kind", "options", "screen", "exempting", "lies", "date_from", "bands")
    kind = table.choice("kind", ("one", "yes_no", "date"), "one")
    options = table.texts("options") if kind == "one" else (YES, NO) if kind == "yes_no" else ()
    if kind == "one" and len(options) < 2:
        raise table.error("needs at least two options", "options")
    bands = tuple(_band(band) for band in table.rows("bands"))
    exempting = table.texts("exempting", ())
    screen = table.text("screen", table.id)
    lies = table.choice("lies", ("past", "future", ""), "")
    return Question(table.id, kind, options, screen, exempting, lies, table.text("date_from", ""), bands)


def _band(band: Table) -> Band:
    band.allow("option", "days", "unit")
    days = band.number("days") if "days" in band.values else None
    return Band(band.text("option"), days, Unit(band.choice("unit", list(Unit), Unit.CALENDAR_DAY)))


def _group(table: Table) -> tuple[str, tuple[str, frozenset[str]]]:
    table.allow("question", "options")
    return table.id, (table.text("question"), frozenset(table.texts("options")))


def _definition(table: Table) -> Definition:
    table.allow("when", "in_force", "otherwise")
    span = _span(table)
    otherwise = _condition(table, "otherwise") if "in_force" in table.values else None
    if otherwise is not None and not isinstance(otherwise, Constant):
        raise table.error("must be 'always' or 'never': what holds while the condition is not in force", "otherwise")
    return Definition(table.id, _condition(table, "when"), span, otherwise)


def _exclusive(table: Table) -> tuple[str, bool]:
    table.allow("everyone")
    return table.id, table.flag("everyone", False)


def _source(table: Table) -> Source:
    publisher = table.text("publisher")
    return Source(table.id, publisher, table.text("date", ""), table.text("address", ""), table.texts("facts", ()))


def _step(table: Table, recheck_days: int) -> Step:
    table.allow(*Step.__dataclass_fields__)
    return Step(
        id=table.id,
        kind=Kind(table.choice("kind", list(Kind))),
        goal=table.number("goal", 2),
        timing=table.choice("timing", TIMINGS, "know"),
        when=_condition(table, "when"),
        unless=_condition(table, "unless", NEVER),
        group=table.text("group", ""),
        deadline=_deadline(table),
        in_force=_span(table),
        certainty=Certainty(table.choice("certainty", list(Certainty))),
        sources=table.texts("sources"),
        facts=table.texts("facts", ()),
        checked_on=table.day("checked_on"),
        recheck_days=table.number("recheck_days", recheck_days),
    )


def _deadline(step: Table) -> Deadline | None:
    if "deadline" not in step.values:
        return None
    table = step.inner("deadline")
    table.allow("anchor", "on", "readings")
    if ("on" in table.values) == ("anchor" in table.values):
        raise table.error("needs either `on`, a fixed day, or `anchor`, the date question it counts from")
    if "on" in table.values:
        return Deadline(on=table.day("on"))
    readings = table.inner("readings").tables()
    if not readings:
        raise table.error("needs at least one reading: [" + table.name + ".readings.NAME]", "readings")
    return Deadline(table.text("anchor"), None, tuple(_reading(reading) for reading in readings))


def _reading(table: Table) -> Reading:
    table.allow("days", "unit", "counts_from", "roll", "when", "sources", "facts")
    return Reading(
        id=table.id,
        days=table.number("days") if "days" in table.values else None,
        unit=Unit(table.choice("unit", list(Unit), Unit.CALENDAR_DAY)),
        counts_from=table.choice("counts_from", ("next_day", "same_day"), "next_day"),
        roll=table.choice("roll", ("none", "next_working_day"), "none"),
        when=_condition(table, "when", ALWAYS),
        sources=table.texts("sources"),
        facts=table.texts("facts", ()),
    )


def _calendar(table: Table) -> Calendar:
    return Calendar(MappingProxyType(dict(_year(year) for year in table.tables())))


def _year(table: Table) -> tuple[int, Year]:
    table.allow("decree", "days_off", "working_weekend_days")
    if not re.fullmatch(r"[12]\d{3}", table.id):
        raise table.error("must be named by its year, for example [calendar.2026]")
    for key, weekend in (("days_off", False), ("working_weekend_days", True)):
        for day in table.days(key):
            if day.year != int(table.id):
                raise table.error(f"holds {day}, which is not a date in {table.id}", key)
            if (day.weekday() >= SATURDAY) is not weekend:
                raise table.error(f"holds {day}, which is a {day:%A}; it would change nothing", key)
    days_off, worked = (frozenset(table.days(key)) for key in ("days_off", "working_weekend_days"))
    return int(table.id), Year(table.text("decree"), days_off, worked)
