"""The rows of a bundle lead where the diagrams do, as its description says."""

from pathlib import Path
from typing import Any

from apps.rules import Rulebook, bundle, load
from apps.rules.bundles import FIRST_ROW
from apps.rules.diagrams import Diagram, Node
from apps.rules.epochs import epochs

RULES = load(Path(__file__).parent / "crossing.toml")
FOUND = bundle(RULES)


def spelled(rulebook: Rulebook, diagram: Diagram) -> Any:
    if not isinstance(diagram, Node):
        return diagram
    question = rulebook.choices()[diagram.question]
    return question.id, [spelled(rulebook, child) for child in diagram.children]


def read(reference: int) -> Any:
    if reference < FIRST_ROW:
        return bool(reference)
    question, *ways = FOUND["rows"][reference - FIRST_ROW]
    return FOUND["questions"][question]["id"], [read(reference + way if way < 0 else way) for way in ways]


def test_a_row_says_how_far_above_each_option_leads() -> None:
    for epoch, sent in zip(epochs(RULES), FOUND["epochs"], strict=True):
        for step, (_, reference, _) in zip(epoch.steps, sent["steps"], strict=True):
            assert read(reference) == spelled(RULES, epoch.compiled[step.id]), step.id


def test_an_option_leads_only_to_yes_to_no_or_to_a_row_above() -> None:
    assert len(FOUND["rows"]) > 1
    assert all(-at <= way <= 1 for at, (_, *ways) in enumerate(FOUND["rows"]) for way in ways)
