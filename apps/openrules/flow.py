"""The way to the verdict as a picture: forks with a question, and where each group of answers leads."""

from collections.abc import Iterable
from typing import Any

from apps.amina import current
from apps.amina.phrasebook import Phrasebook
from apps.openrules import deciding, drawing
from apps.openrules.drawing import Fork, Way
from apps.rules import epoch_on
from apps.rules.conditions import In
from apps.rules.diagrams import Diagram, Diagrams, Node
from apps.rules.proofs import joint
from apps.rules.saying.bullets import Wording

GROUP = "verdict"


def context(phrases: Phrasebook) -> dict[str, Any]:
    epoch = epoch_on(current.rulebook(), current.today())
    diagrams, diagram = epoch.diagrams, joint(epoch, GROUP)
    nodes, verdicts = diagrams.nodes(diagram), _verdicts(diagrams, diagram)
    wording = deciding.wording_in(phrases)
    rows = {question: row for row, question in enumerate(sorted({node.question for node in nodes}))}
    numbers: dict[Diagram, int] = {node: number for number, node in enumerate(nodes, 1)}
    forks = [_fork(diagrams, node, rows, numbers, verdicts, wording) for node in nodes]
    return {
        "phrases": phrases,
        "forks": forks,
        "verdicts": [(id, phrases.text(f"steps.{id}.title")) for id in verdicts],
        "fork_width": drawing.WIDTH,
        "badge_x": drawing.WIDTH - drawing.BADGE / 2 - 2,
        "picture": drawing.draw(forks) if forks else None,
    }


def _verdicts(diagrams: Diagrams, diagram: Diagram) -> list[str]:
    """The verdicts that somebody gets today, in the author's order."""
    possible = set[str]().union(*(outcome for outcome in diagrams.outcomes(diagram) if isinstance(outcome, frozenset)))
    return [id for id in current.rulebook().steps if id in possible]


def _fork(
    diagrams: Diagrams,
    node: Node,
    rows: dict[int, int],
    numbers: dict[Diagram, int],
    verdicts: list[str],
    wording: Wording,
) -> Fork:
    question, ways = diagrams.questions[node.question], []
    # Endings first, so that the lines to further forks leave from below.
    for child in sorted(dict.fromkeys(node.children), key=lambda child: isinstance(child, Node)):
        options = [option for option, other in diagrams.ways(node) if other == child]
        verdict = [verdicts.index(id) + 1 for id in child] if isinstance(child, frozenset) else []
        text = _together(question.id, options, wording)
        ways.append(Way(text, numbers.get(child), verdict[0] if verdict else None))
    label = wording.words[f"questions.{question.id}.label"]
    return Fork(numbers[node], rows[node.question], label, tuple(ways))


def _together(question: str, options: Iterable[str], wording: Wording) -> str:
    """Several answers in phrases: by the name of their group where the rules have one."""
    options = list(options)
    for group in current.rulebook().groups.values():
        if group.question == question and group.options == set(options):
            return wording.leaf(In(question, group.id)).partition(": ")[2]
    return "; ".join(wording.option(question, option) for option in options)
