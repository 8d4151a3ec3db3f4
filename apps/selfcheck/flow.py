"""The way to the verdict as a picture: cards with a question, and where each group of answers leads."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from apps.rules import epoch_on
from apps.rules.authoring.bullets import Wording
from apps.rules.conditions import In
from apps.rules.diagrams import Diagram, Diagrams, Node
from apps.rules.proofs import joint
from apps.selfcheck import amina, deciding, drawing
from apps.selfcheck.words import Words

GROUP = "verdict"


@dataclass(frozen=True)
class Answer:
    """Some answers to a question, and the number of the card or of the verdict that they lead to."""

    text: str
    card: int | None
    verdict: int | None


@dataclass(frozen=True)
class Card:
    """A question at one place of the flow; `row` is its place in the order of questions."""

    number: int
    row: int
    title: str
    answers: tuple[Answer, ...]


def context(words: Words) -> dict[str, Any]:
    epoch = epoch_on(amina.rulebook(), amina.today())
    diagrams, diagram = epoch.diagrams, joint(epoch, GROUP)
    nodes, verdicts = diagrams.nodes(diagram), _verdicts(diagrams, diagram)
    wording = deciding.wording_in(words)
    rows = {question: row for row, question in enumerate(sorted({node.question for node in nodes}))}
    numbers: dict[Diagram, int] = {node: number for number, node in enumerate(nodes, 1)}
    cards = [_card(diagrams, node, rows, numbers, verdicts, wording) for node in nodes]
    return {
        "words": words,
        "cards": cards,
        "verdicts": [(id, words.text(f"steps.{id}.title")) for id in verdicts],
        "card_width": drawing.WIDTH,
        "badge_x": drawing.WIDTH - drawing.BADGE / 2 - 2,
        "picture": drawing.draw(cards) if cards else None,
    }


def _verdicts(diagrams: Diagrams, diagram: Diagram) -> list[str]:
    """The verdicts that somebody gets today, in the author's order."""
    possible = set[str]().union(*(outcome for outcome in diagrams.outcomes(diagram) if isinstance(outcome, frozenset)))
    return [id for id in amina.rulebook().steps if id in possible]


def _card(
    diagrams: Diagrams,
    node: Node,
    rows: dict[int, int],
    numbers: dict[Diagram, int],
    verdicts: list[str],
    wording: Wording,
) -> Card:
    question, answers = diagrams.questions[node.question], []
    # Endings first, so that the lines to further cards leave from below.
    for child in sorted(dict.fromkeys(node.children), key=lambda child: isinstance(child, Node)):
        options = [option for option, other in diagrams.ways(node) if other == child]
        verdict = [verdicts.index(id) + 1 for id in child] if isinstance(child, frozenset) else []
        text = _together(question.id, options, wording)
        answers.append(Answer(text, numbers.get(child), verdict[0] if verdict else None))
    label = wording.words[f"questions.{question.id}.label"]
    return Card(numbers[node], rows[node.question], label, tuple(answers))


def _together(question: str, options: Iterable[str], wording: Wording) -> str:
    """Several answers in words: by the name of their group where the rules have one."""
    options = list(options)
    for group in amina.rulebook().groups.values():
        if group.question == question and group.options == set(options):
            return wording.leaf(In(question, group.id)).partition(": ")[2]
    return "; ".join(wording.option(question, option) for option in options)
