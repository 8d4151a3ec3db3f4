"""The record of what changed for whom: renewed by command, kept in git, and refused when it lags behind the rulebook."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any as Anything

from apps.rules.comparing import Change, compare, compare_days
from apps.rules.conditions import All, Any, Constant, In, Is, Named, Not, text
from apps.rules.epochs import epochs
from apps.rules.errors import Failure, RulebookError
from apps.rules.model import Rulebook

Record = dict[str, Anything]


def digest(rulebook: Rulebook) -> str:
    """Return a text that changes with everything a reader could be told, but not with `checked_on` or the sources' texts."""
    steps = {id: replace(step, checked_on=date.min, recheck_days=0) for id, step in rulebook.steps.items()}
    content = replace(rulebook, steps=steps, sources={}, unsourced_facts=())
    return hashlib.sha256(json.dumps(content, default=_plain, sort_keys=True).encode()).hexdigest()


def read_record(file: Path) -> Record:
    """Return a record. Raises RulebookError where it is missing or no JSON."""
    try:
        found: Record = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise RulebookError(f"{file}: is not a readable record: {error}. Write a new one with `record`.") from None
    return found


def renewed(rulebook: Rulebook, record: Record | None, old: Rulebook | None, on: date) -> Record:
    """Return the record of a rulebook on a day: what the dates of the law change, and what each revision changed.

    `record` is the one so far; if the rulebook changed since, `old` must be the rulebook that it was made of.
    Raises RulebookError otherwise.
    """
    revisions = list(record["revisions"]) if record else []
    if record and record["digest"] != digest(rulebook):
        if old is None or digest(old) != record["digest"]:
            raise RulebookError("The rulebook changed since it was recorded; name with --old the one it was then.")
        revisions.append({"on": on.isoformat(), "changes": [_data(change) for change in compare(old, rulebook)]})
    return {"digest": digest(rulebook), "days": list(_days(rulebook)), "revisions": revisions}


def written(record: Record) -> str:
    """Return a record as JSON with one change a line, so that git shows what was recorded anew."""
    lists = [f'"{name}": [' + ",".join(map(_entry, record[name])) + "]" for name in ("days", "revisions")]
    return f'{{"digest": "{record["digest"]}",\n' + ",\n".join(lists) + "}\n"


def outdated(rulebook: Rulebook, file: Path) -> Iterator[Failure]:
    """Yield a failure if the rulebook changed and the comparison in its record was not renewed."""
    if read_record(file).get("digest") != digest(rulebook):
        yield Failure("record", f"the rulebook changed, but its comparison in {file.name} was not renewed: `record` it")


def _days(rulebook: Rulebook) -> Iterator[Record]:
    for day in (epoch.span.start for epoch in epochs(rulebook) if epoch.span.start):
        changes = compare_days(rulebook, day - timedelta(days=1), day)
        yield {"on": day.isoformat(), "changes": [_data(change) for change in changes]}


def _entry(entry: Record) -> str:
    changes = ",\n".join(json.dumps(change, ensure_ascii=False) for change in entry["changes"])
    return f'\n{{"on": "{entry["on"]}", "changes": [\n{changes}]}}'


def _data(change: Change) -> Record:
    span = [day and day.isoformat() for day in (change.span.start, change.span.end)]
    return {**vars(change), "span": span}


def _plain(value: Anything) -> Anything:
    if isinstance(value, Is | In | Named | Constant | Not | All | Any):
        return text(value)
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, frozenset):
        return sorted(value, key=str)
    return dict(value) if isinstance(value, Mapping) else str(value)
