"""Our library and its peers side by side on the real rulebook; the table goes into the file named on the command line."""

import random
import sys
from datetime import date
from pathlib import Path
from typing import Any

from apps.rules import Rulebook, assess, epoch_on, load
from apps.rules.authoring.comparing import compare
from apps.rules.epochs import Epoch
from apps.rules.proofs import prove
from apps.rules.saying.people import Person, load_people
from benchmarks import openfisca, peers, publicodes, reporting, sizes
from benchmarks.formulas import Formula, formulas
from benchmarks.measuring import agreement, each, once
from benchmarks.reporting import Row
from benchmarks.walking import applying

ROOT = Path(__file__).resolve().parents[1]
RULEBOOK = ROOT / "apps/amina/rulebook"
ON = date(2026, 11, 24)
MOST_PARTIAL = 300
PEERS = {
    "datalogic-py": peers.datalogic_py,
    "zen-engine": peers.zen_engine,
    "panzi-json-logic": peers.panzi_json_logic,
    "business-rules": peers.business_rules,
    "durable-rules": peers.durable_rules,
    "rule-engine": peers.rule_engine,
    "cel-python": peers.cel_python,
}


def main(report: Path) -> None:
    rulebook = load(RULEBOOK)
    epoch = epoch_on(rulebook, ON)
    people = load_people(RULEBOOK.parent / "people", rulebook)
    complete, partial = _complete(rulebook, people), _partial(rulebook, people)[:MOST_PARTIAL]
    stated = formulas(epoch)
    decide = applying(epoch)
    truth = [frozenset(decide(answers)) for answers in complete]
    node = publicodes.measure(stated, epoch, complete, partial)
    full = _full_rows(epoch, stated, complete, truth) + _openfisca_rows(epoch, stated, complete, truth)
    full.append(("publicodes (Node)", node.get("full"), node["note"]))
    heads = {
        f"Full assessment: one person, every question answered ({len(complete)} people)": full,
        f"Partial assessment: after each screen of the interview ({len(partial)} sets of answers)": _partial_rows(
            rulebook, partial, node
        ),
    }
    subject = f"The real rulebook on {ON}: {len(epoch.steps)} steps, {len(epoch.questions)} questions."
    text = reporting.page(subject, heads, _own_rows(rulebook), sizes.rows())
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
    epoch: Epoch, stated: dict[str, Formula], complete: list[dict[str, str]], truth: list[frozenset[str]]
) -> list[Row]:
    ours = "apps.rules, the steps that apply", each(applying(epoch), complete)
    asked = each(lambda answers: assess(epoch.rulebook, answers, ON), complete)
    whole = each(lambda answers: _explained(epoch.rulebook, answers), complete)
    rows: list[Row] = [
        (*ours, "the reference: `make rules` and `make prove`"),
        ("apps.rules, with answers checked and the next question", asked, "no peer gives these"),
        ("apps.rules, with every reason, what would change it, and dates", whole, "no peer gives these"),
    ]
    for name, make in PEERS.items():
        try:
            decide = make(stated)
            note = agreement([decide(answers) for answers in complete[:100]], truth)
            rows.append((name, each(decide, complete), note))
        except Exception as error:  # a peer that cannot be installed or cannot say it is a line of the table
            rows.append((name, None, f"{type(error).__name__}: {str(error)[:80]}"))
    return rows


def _explained(rulebook: Rulebook, answers: dict[str, str]) -> list[Any]:
    return [(found.because, found.would_change, found.due) for found in assess(rulebook, answers, ON).findings]


def _openfisca_rows(
    epoch: Epoch, stated: dict[str, Formula], complete: list[dict[str, str]], truth: list[frozenset[str]]
) -> list[Row]:
    decide = openfisca.deciding(openfisca.system(stated, epoch.questions), stated)
    note = agreement(decide(complete), truth)
    together = each(decide, [complete]) / len(complete)
    return [
        ("openfisca-core, one person a call", each(lambda answers: decide([answers]), complete), note),
        (f"openfisca-core, {len(complete)} people in one call", together, note),
    ]


def _partial_rows(rulebook: Rulebook, partial: list[dict[str, str]], node: dict[str, Any]) -> list[Row]:
    def ours(answers: dict[str, str]) -> Any:
        found = assess(rulebook, answers, ON)
        return found.next_screen, [(finding.outcome, finding.depends_on) for finding in found.findings]

    rows: list[Row] = [
        ("apps.rules: outcomes, open questions of each step, next question", each(ours, partial), "exact")
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
        ("load the rulebook", once(fresh)),
        ("load and compile one epoch", once(compiled)),
        ("load and prove all epochs", once(lambda: prove(fresh()))),
        ("compare two rulebooks over all epochs", once(lambda: compare(rulebook, other))),
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
