"""Reports and assessments for people, as text, and for programs, as JSON."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any as Anything

from apps.rules.answers import Answers
from apps.rules.assessment import Assessment, Finding
from apps.rules.authoring.comparing import Change
from apps.rules.conditions import All, Any, Constant, In, Is, Named, Not, text
from apps.rules.deadlines import Due
from apps.rules.proofs import Report

OF_A_STEP = ("kind", "exclusive_group", "certainty", "sources", "facts")
OF_A_FINDING = ("outcome", "because", "would_change", "depends_on", "due")


def json_of(value: object) -> str:
    """Return any of the library's values as JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=plain)


def plain(value: object) -> Anything:
    """Return as plain data what JSON does not know: conditions as text, dataclasses as tables, sets in order."""
    if isinstance(value, Is | In | Named | Constant | Not | All | Any):
        return text(value)
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, frozenset):
        return sorted(value, key=str)
    return dict(value) if isinstance(value, Mapping) else str(value)


def data(found: Assessment) -> dict[str, Anything]:
    """Return an assessment as plain data."""
    findings = [
        {"step": finding.step.id}
        | {name: getattr(finding.step, name) for name in OF_A_STEP}
        | {name: getattr(finding, name) for name in OF_A_FINDING}
        for finding in found.findings
    ]
    return {"on": found.on, "findings": findings, "next_screen": found.next_screen, "at_most": found.at_most}


def report(report: Report, seconds: float) -> str:
    """Return the outcome of all proofs as a table, with a witness for each that failed."""
    lines = [f"{'in force from':<14}{'combinations':>26}{'steps':>7}{'nodes':>7}{'largest':>9}{'groups':>8}"]
    for row in report.figures:
        sizes = f"{row.steps:>7}{row.nodes:>7}{row.largest:>9}{row.of_groups:>8}"
        lines.append(f"{row.span.start or 'the beginning'!s:<14}{row.combinations:>26,}{sizes}")
    lines += [f"{id}: at most {most} screens on any way" for id, most in report.screens.items()]
    for failure in report.failures:
        lines.append(f"FAILED {failure.proof}: {failure.message}")
        lines += [] if failure.witness is None else [f"       for {_people(failure.witness) or 'everybody'}"]
    lines.append(
        f"{len(report.failures)} failed proofs in {len(report.figures)} epochs, {seconds:.2f} s of a processor"
    )
    return "\n".join(lines)


def assessment(found: Assessment) -> str:
    """Return what applies, with dates and reasons, what may, and what is still open."""
    lines = [f"On {found.on}, rules in force from {found.epoch.span.start or 'the beginning'}:"]
    for finding in found.findings:
        lines += _finding(finding, found.answers)
    asked = ", ".join(question.id for question in found.next_screen) or "nothing"
    return "\n".join([*lines, f"Ask next: {asked} (at most {found.at_most} more)"])


def changes(found: list[Change]) -> str:
    """Return what changed for whom, one line a step and up to two people each."""
    lines = []
    for change in found:
        also = f"; also {', '.join(change.about)}" if change.about else ""
        since = change.span.start or "the beginning"
        lines.append(f"from {since}: {change.step}: {change.share:.4%} of all answers{also}")
        lines += [f"  + {_people(person)}" for person in change.gained]
        lines += [f"  - {_people(person)}" for person in change.lost]
    return "\n".join(lines) or "Nothing changed."


def _people(answers: Mapping[str, str]) -> str:
    return ", ".join(f"{question}={option}" for question, option in answers.items())


def _finding(finding: Finding, answers: Answers) -> list[str]:
    if finding.depends_on:
        return [f"? {finding.step.id}: depends on {', '.join(finding.depends_on)}"]
    reasons = [f"{id} is {'|'.join(sorted(answers.options[id]))}" for id in finding.because]
    cited = f"{finding.step.certainty}; {', '.join(finding.step.sources)}; {', '.join(finding.step.facts)}"
    lines = [f"* {finding.step.id} ({finding.step.kind}; {cited})"]
    lines += [f"    because {' and '.join(reasons)}"] if reasons else []
    changes = [f"{id} is {' or '.join(options)}" for id, options in finding.would_change.items()]
    lines += [f"    would change if {', or '.join(changes)}"] if changes else []
    return lines + (_due(finding.due) if finding.due else [])


def _due(due: Due) -> list[str]:
    by = due.day or ("beyond the published calendar" if due.beyond_calendar else f"counted from {due.deadline.anchor}")
    lines = [f"    by {by}" + (" (the earliest of several readings)" if due.disputed else "")]
    for found in due.readings if due.disputed else ():
        term = "no term" if found.reading.days is None else f"{found.reading.days} {found.reading.unit}s"
        lines.append(f"      {found.reading.id}: {term}, {found.day or 'no date'}")
    return lines
