"""Reports and assessments for people and for programs."""

from typing import Any

from apps.rules.answers import Answers
from apps.rules.assessment import Assessment, Finding
from apps.rules.comparing import Change
from apps.rules.conditions import ALWAYS
from apps.rules.deadlines import Due
from apps.rules.model import Question
from apps.rules.proofs import Report


def report(report: Report, seconds: float) -> str:
    """Return the outcome of all proofs as a table, with a witness for each that failed."""
    lines = [f"{'in force from':<14}{'combinations':>26}{'steps':>7}{'nodes':>7}{'largest':>9}{'states':>8}"]
    for row in report.figures:
        sizes = f"{row.steps:>7}{row.nodes:>7}{row.largest:>9}{row.states:>8}"
        lines.append(f"{row.span.start or 'the beginning'!s:<14}{row.combinations:>26,}{sizes}")
    for failure in report.failures:
        lines.append(f"FAILED {failure.proof}: {failure.message}")
        if failure.witness is not None:
            lines.append(
                "       for " + (", ".join(f"{key}={value}" for key, value in failure.witness.items()) or "everybody")
            )
    lines.append(f"{len(report.failures)} failed proofs in {len(report.figures)} epochs, {seconds:.2f} s")
    return "\n".join(lines)


def report_data(report: Report, seconds: float) -> dict[str, Any]:
    """Return the outcome of all proofs as plain data."""
    epochs = [{"start": row.span.start, "end": row.span.end, **_sizes(row)} for row in report.figures]
    failures = [vars(failure) for failure in report.failures]
    return {"epochs": epochs, "failures": failures, "seconds": round(seconds, 3)}


def _sizes(row: Any) -> dict[str, int]:
    return {name: getattr(row, name) for name in ("combinations", "steps", "nodes", "largest", "states")}


def assessment(found: Assessment) -> str:
    """Return what applies, with dates and reasons, what may, and what is still open."""
    lines = [f"On {found.on}, rules in force from {found.epoch.span.start or 'the beginning'}:"]
    for finding in found.findings:
        lines += _finding_lines(finding, found.answers)
    asked = ", ".join(question.id for question in found.next_screen) or "nothing"
    lines.append(f"Ask next: {asked} (at most {found.at_most} more)")
    return "\n".join(lines)


def _finding_lines(finding: Finding, answers: Answers) -> list[str]:
    if finding.depends_on:
        return [f"? {finding.step.id}: depends on {', '.join(finding.depends_on)}"]
    reasons = [f"{id} is {'|'.join(sorted(answers.options[id]))}" for id in finding.because]
    cited = f"{finding.step.certainty}; {', '.join(finding.step.sources)}; {', '.join(finding.step.facts)}"
    lines = [f"* {finding.step.id} ({finding.step.kind}; {cited})"]
    lines += [f"    because {' and '.join(reasons)}"] if reasons else []
    changes = [f"{id} is {' or '.join(options)}" for id, options in finding.would_change.items()]
    lines += [f"    would change if {', or '.join(changes)}"] if changes else []
    return lines + (_due_lines(finding.due) if finding.due else [])


def _due_lines(due: Due) -> list[str]:
    by = due.day or ("beyond the published calendar" if due.beyond_calendar else f"counted from {due.deadline.anchor}")
    lines = [f"    by {by}" + (" (the earliest of several readings)" if due.disputed else "")]
    for found in due.readings if due.disputed else ():
        term = "no term" if found.reading.days is None else f"{found.reading.days} {found.reading.unit}s"
        lines.append(f"      {found.reading.id}: {term}, {found.day or 'no date'}")
    return lines


def changes(found: list[Change]) -> str:
    """Return what changed for whom, one line a step and up to five people each."""
    lines = []
    for change in found:
        also = f"; also {', '.join(change.about)}" if change.about else ""
        lines.append(
            f"from {change.span.start or 'the beginning'}: {change.step}: {change.share:.4%} of all answers{also}"
        )
        for sign, people in (("+", change.gained), ("-", change.lost)):
            lines += [f"  {sign} {', '.join(f'{key}={value}' for key, value in person.items())}" for person in people]
    return "\n".join(lines) or "Nothing changed."


def changes_data(found: list[Change]) -> list[dict[str, Any]]:
    """Return what changed as plain data."""
    return [{**vars(change), "span": [change.span.start, change.span.end]} for change in found]


def assessment_data(found: Assessment) -> dict[str, Any]:
    """Return an assessment as plain data."""
    return {
        "on": found.on,
        "findings": [_finding_data(finding) for finding in found.findings],
        "next_screen": [question_data(question) for question in found.next_screen],
        "at_most": found.at_most,
    }


def question_data(question: Question) -> dict[str, Any]:
    """Return a question as plain data."""
    return {"id": question.id, "kind": question.kind, "options": list(question.options)}


def _finding_data(finding: Finding) -> dict[str, Any]:
    step = finding.step
    data = {
        "step": step.id,
        "outcome": finding.outcome,
        "kind": step.kind,
        "group": step.group,
        "certainty": step.certainty,
        "because": list(finding.because),
        "would_change": finding.would_change,
        "depends_on": list(finding.depends_on),
        "sources": list(step.sources),
        "facts": list(step.facts),
    }
    return data | ({"due": _due_data(finding.due)} if finding.due else {})


def _due_data(due: Due) -> dict[str, Any]:
    readings = [
        {
            "id": found.reading.id,
            "days": found.reading.days,
            "unit": found.reading.unit,
            "day": found.day,
            "sources": list(found.reading.sources),
            "everybody": found.reading.when == ALWAYS,
        }
        for found in due.readings
    ]
    return {"day": due.day, "disputed": due.disputed, "beyond_calendar": due.beyond_calendar, "readings": readings}
