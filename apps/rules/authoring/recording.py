"""Making the record of what changed for whom: renewed by command, and refused when it lags behind the rulebook."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from apps.rules.authoring.comparing import Change, compare, compare_days
from apps.rules.bundles import bundle, fingerprint
from apps.rules.epochs import epochs
from apps.rules.errors import Failure, RulebookError
from apps.rules.model import Rulebook
from apps.rules.saying.record import Record, read_record

OF_A_PAGE = ("version", "exclusive", "surest_first")  # how a result is shown, not whom a rule concerns


def digest(rulebook: Rulebook) -> str:
    """Return a text that changes with whom a rule concerns, when and by whose word, not with `checked_on` or `not_with`.

    A condition that is only written otherwise concerns the same people, so the text stays the same.
    """
    cited = [(step.facts, [(one.sources, one.facts) for one in step.readings]) for step in rulebook.steps.values()]
    rules = {name: part for name, part in bundle(rulebook).items() if name not in OF_A_PAGE}
    steps = [{name: part for name, part in step.items() if name != "not_with"} for step in rules["steps"]]
    undated = {"recheck": 0, "steps": [{**step, "checked": 0} for step in steps]}
    return fingerprint([{**rules, **undated}, cited])


def renewed(rulebook: Rulebook, record: Record | None, old: Rulebook | None, on: date) -> Record:
    """Return the record of a rulebook on a day: what the dates of the law change, and what each revision changed.

    `record` is the one so far; if the rulebook changed since, `old` must be the rulebook that it was made of.
    Raises RulebookError otherwise.
    """
    revisions = list(record["revisions"]) if record else []
    if record and record["digest"] != digest(rulebook):
        if old is None or digest(old) != record["digest"]:
            raise RulebookError("The rulebook changed since it was recorded; name with --old the one it was then.")
        changes = [_data(change) for change in compare(old, rulebook)]
        # A day has one page, whatever was revised on it in turn.
        same_day = revisions.pop()["changes"] if revisions and revisions[-1]["on"] == on.isoformat() else []
        revisions.append({"on": on.isoformat(), "changes": [*same_day, *changes]})
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
