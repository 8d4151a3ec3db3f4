"""The way to the outcomes of an exclusive group: forks with a question, and where each set of options leads."""

from collections.abc import Iterator
from dataclasses import dataclass

from apps.rules.diagrams import Diagram, Node
from apps.rules.epochs import Epoch
from apps.rules.proofs import joint
from apps.rules.questions import Question

Steps = frozenset[str]


@dataclass(frozen=True)
class Way:
    """Options of a fork's question that lead to the same: to the fork with a number, or to the end of these steps."""

    options: tuple[str, ...]
    leads_to: int | Steps


@dataclass(frozen=True)
class Fork:
    """A question on the way, and every way on from it."""

    question: Question
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Flow:
    """The forks in the author's order of questions, the first one at the start; and the ends, each a set of steps."""

    forks: tuple[Fork, ...]
    ends: frozenset[Steps]


def flow(epoch: Epoch, group: str) -> Flow:
    """Return the flow to the outcomes of an exclusive group; without a fork where everybody gets the same."""
    diagram = joint(epoch, group)
    nodes = epoch.diagrams.nodes(diagram)
    numbers: dict[Diagram, int] = {node: number for number, node in enumerate(nodes)}
    forks = (Fork(epoch.questions[node.question], tuple(_ways(epoch, node, numbers))) for node in nodes)
    ends = frozenset(end for end in epoch.diagrams.outcomes(diagram) if isinstance(end, frozenset))
    return Flow(tuple(forks), ends)


def _ways(epoch: Epoch, node: Node, numbers: dict[Diagram, int]) -> Iterator[Way]:
    for child in dict.fromkeys(node.children):
        options = tuple(option for option, other in epoch.diagrams.ways(node) if other == child)
        yield Way(options, child if isinstance(child, frozenset) else numbers[child])
