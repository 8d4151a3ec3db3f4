"""Our library and its peers side by side on the real rulebook; the table goes into the file named on the command line."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from apps.rules import Epoch, Rulebook, assess, epoch_on, load
from apps.rules.comparing import compare
from apps.rules.people import Person, load_people
from apps.rules.proofs import prove
from benchmarks import languages, openfisca, peers
from benchmarks.formulas import Formula, formulas

ROOT = Path(__file__).resolve().parents[1]
RULEBOOK = ROOT / "apps/selfcheck/rulebook"
ON = date(2026, 11, 24)
ROUNDS = 3
MOST_PARTIAL = 300
SECONDS = 0.5  # a slow peer gets as many people as it manages in this time
PEERS = {
    "datalogic-py": peers.datalogic_py,
    "zen-engine": peers.zen_engine,
    "panzi-json-logic": peers.panzi_json_logic,
    "business-rules": peers.business_rules,
    "durable-rules": peers.durable_rules,
    "rule-engine": peers.rule_engine,
    "cel-python": peers.cel_python,
}
Row = tuple[str, float | None, str]


def main(report: Path) -> None:
    rulebook = load(RULEBOOK)
    epoch = epoch_on(rulebook, ON)
    people = load_people(RULEBOOK.parent / "people", rulebook)
    complete, partial = _complete(rulebook, people), _partial(rulebook, people)[:MOST_PARTIAL]
    stated = formulas(epoch)
    truth = [frozenset(epoch.transducer.applying(answers)) for answers in complete]
    node = _publicodes(stated, rulebook, complete, partial)
    full = _full_rows(epoch, rulebook, stated, complete, truth, node)
    text = _report(
        rulebook, full, _partial_rows(epoch, rulebook, partial, node), _own_rows(rulebook), len(complete), len(partial)
    )
    report.write_text(text, "utf-8")
    print(text)


def _complete(rulebook: Rulebook, people: list[Person]) -> list[dict[str, str]]:
    """Every example person, and as many random ones, with one option for every question."""
    chance = random.Random(4)
    found = []
    for number in range(2 * len(people)):
        said = people[number].answers if number < len(people) else {}
        found.append(
            {
                q.id: str(said[q.id]) if said.get(q.id) in q.options else chance.choice(q.options)
                for q in rulebook.choices()
            }
        )
    return found


def _partial(rulebook: Rulebook, people: list[Person]) -> list[dict[str, str]]:
    """What every example person has said on each screen of the interview. Dates and "I don't know" are left out."""
    found = []
    for person in people:
        answers: dict[str, str] = {}
        while (screen := assess(rulebook, answers, ON).next_screen) and dict(answers) not in found[-1:]:
            found.append(dict(answers))
            answers |= {q.id: str(person.answers[q.id]) for q in screen if person.answers.get(q.id) in q.options}
    return found


def _full_rows(
    epoch: Epoch,
    rulebook: Rulebook,
    stated: dict[str, Formula],
    complete: list[dict[str, str]],
    truth: list[frozenset[str]],
    node: dict[str, Any],
) -> list[Row]:
    rows: list[Row] = [
        (
            "apps.rules, the steps that apply",
            _timed(epoch.transducer.applying, complete),
            "the reference: `make rules` and `make prove`",
        )
    ]
    rows.append(
        ("apps.rules, with findings and next question", _timed(lambda a: assess(rulebook, a, ON), complete), "")
    )
    for name, make in PEERS.items():
        try:
            decide = make(stated)
            note = _agreement([decide(answers) for answers in complete[:100]], truth)
            rows.append((name, _timed(decide, complete), note))
        except Exception as error:  # a peer that cannot be installed or cannot say it is a line of the table
            rows.append((name, None, f"{type(error).__name__}: {str(error)[:80]}"))
    system = openfisca.system(stated, rulebook.choices())
    many = openfisca.deciding(system, stated)
    note = _agreement(many(complete), truth)
    rows.append(("openfisca-core, one person a call", _timed(lambda answers: many([answers]), complete), note))
    together = _timed(many, [complete]) / len(complete)
    rows.append((f"openfisca-core, {len(complete)} people in one call", together, note))
    rows.append(("publicodes (Node)", node.get("full"), node["note"]))
    return rows


def _partial_rows(epoch: Epoch, rulebook: Rulebook, partial: list[dict[str, str]], node: dict[str, Any]) -> list[Row]:
    def ours(answers: dict[str, str]) -> Any:
        found = assess(rulebook, answers, ON)
        return found.next_screen, [(finding.outcome, finding.depends_on) for finding in found.findings]

    rows: list[Row] = [
        ("apps.rules: outcomes, open questions of each step, next question", _timed(ours, partial), "exact")
    ]
    return [*rows, ("publicodes (Node): values and missing variables", node.get("partial"), node["partial_note"])]


def _own_rows(rulebook: Rulebook) -> list[tuple[str, float]]:
    def fresh() -> Rulebook:
        return load(RULEBOOK)

    def compiled() -> list[Any]:
        book = fresh()
        return [epoch_on(book, ON).transducer]

    other = fresh()
    return [
        ("load the rulebook", _once(fresh)),
        ("load and compile one epoch", _once(compiled)),
        ("load and prove all epochs", _once(lambda: prove(fresh()))),
        ("compare two rulebooks over all epochs", _once(lambda: compare(rulebook, other))),
    ]


def _once(work: Callable[[], Any]) -> float:
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def _timed(work: Callable[[Any], Any], inputs: list[Any]) -> float:
    """Return the seconds of one call: the best of some rounds over the same inputs."""
    few, begin = 0, time.perf_counter()
    for given in inputs:
        work(given)
        few += 1
        if time.perf_counter() - begin > SECONDS:
            break
    return min(_round(work, inputs[:few]) for _ in range(ROUNDS))


def _round(work: Callable[[Any], Any], inputs: list[Any]) -> float:
    begin = time.perf_counter()
    for given in inputs:
        work(given)
    return (time.perf_counter() - begin) / len(inputs)


def _agreement(said: list[frozenset[str]], truth: list[frozenset[str]]) -> str:
    wrong = sum(one != other for one, other in zip(said, truth, strict=False))
    return f"{wrong} of {len(said)} people otherwise" if wrong else f"same result for {len(said)} people"


def _publicodes(
    stated: dict[str, Formula], rulebook: Rulebook, complete: list[dict[str, str]], partial: list[dict[str, str]]
) -> dict[str, Any]:
    rules: dict[str, Any] = {languages.name(q.id): {"question": q.id, "type": "texte"} for q in rulebook.choices()}
    rules |= {f"step {languages.name(id)}": languages.publicodes(formula) for id, formula in stated.items()}

    def situation(answers: dict[str, str]) -> dict[str, str]:
        return {languages.name(id): f"'{option}'" for id, option in answers.items()}

    given = {
        "rules": rules,
        "steps": [f"step {languages.name(id)}" for id in stated],
        "full": list(map(situation, complete[:100])),
        "partial": list(map(situation, partial)),
        "rounds": 3,
    }
    try:
        ran = subprocess.run(
            ["node", "benchmarks/publicodes.mjs"], input=json.dumps(given), capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        why = getattr(error, "stderr", "") or str(error)
        return {"note": f"did not run: {why.strip().splitlines()[-1][:90]}", "partial_note": "did not run"}
    found = json.loads(ran.stdout)
    epoch = epoch_on(rulebook, ON)
    said = [frozenset(id for id, yes in zip(stated, row, strict=True) if yes) for row in found["said"]]
    truth = [frozenset(epoch.transducer.applying(answers)) for answers in complete]
    return {
        "full": found["full"] / 1000,
        "partial": found["partial"] / 1000,
        "note": _agreement(said, truth),
        "partial_note": _partial_agreement(found["known"], rulebook, list(stated), partial),
    }


def _partial_agreement(known: list[Any], rulebook: Rulebook, ids: list[str], partial: list[dict[str, str]]) -> str:
    wrong = over = total = 0
    for row, answers in zip(known, partial, strict=False):
        left = epoch_on(rulebook, ON).left({id: frozenset([option]) for id, option in answers.items()})
        for id, (value, missing) in zip(ids, row, strict=True):
            total += 1
            exact = left.get(id, False)
            wrong += isinstance(exact, bool) and value is not None and value != exact
            over += isinstance(exact, bool) and (value is None or bool(missing))
    return f"of {total} outcomes {wrong} wrong; {over} decided ones still ask for answers"


def _report(
    rulebook: Rulebook, full: list[Row], partial: list[Row], own: list[tuple[str, float]], complete: int, screens: int
) -> str:
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`, never by hand. One run, one machine, one thread; best of several rounds.",
        "",
    ]
    lines += [
        f"The real rulebook on {ON}: {len(epoch_on(rulebook, ON).steps)} steps, {len(rulebook.choices())} questions.",
        "",
    ]
    lines += [f"## Full assessment: one person, every question answered ({complete} people)", "", *_table(full)]
    lines += [
        f"## Partial assessment: after each screen of the interview ({screens} sets of answers)",
        "",
        *_table(partial),
    ]
    lines += ["## Load, compile, prove, compare", "", "| what | milliseconds |", "|---|--:|"]
    return "\n".join([*lines, *(f"| {name} | {seconds * 1000:,.0f} |" for name, seconds in own), ""])


def _table(rows: list[Row]) -> list[str]:
    first = rows[0][1] or 1.0
    lines = ["| | microseconds | times ours | checked |", "|---|--:|--:|---|"]
    for name, seconds, note in rows:
        figures = f"{seconds * 1e6:,.1f} | {seconds / first:,.1f}" if seconds else "– | –"
        lines.append(f"| {name} | {figures} | {note} |")
    return [*lines, ""]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
