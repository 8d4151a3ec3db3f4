"""The flow of the interview as a picture: which answer leads to which question and outcome."""

from collections.abc import Iterator

from apps.rules.diagrams import Diagram, Node
from apps.rules.epochs import Epoch
from apps.rules.proofs import joint

Edge = tuple[str, str, str]


def dot(epoch: Epoch, group: str) -> str:
    """Return the flow to the outcomes of an exclusive group in the DOT language of Graphviz."""
    nodes, edges = _flow(epoch, joint(epoch, group))
    lines = [f'  {id} [label="{label}", shape={"box" if ends else "oval"}];' for id, label, ends in nodes]
    lines += [f'  {start} -> {end} [label="{label}"];' for start, end, label in edges]
    return "\n".join(["digraph {", *lines, "}"])


def mermaid(epoch: Epoch, group: str) -> str:
    """Return the flow to the outcomes of an exclusive group as a Mermaid flowchart."""
    nodes, edges = _flow(epoch, joint(epoch, group))
    lines = [f'  {id}["{label}"]' if ends else f'  {id}(["{label}"])' for id, label, ends in nodes]
    lines += [f'  {start} -->|"{label}"| {end}' for start, end, label in edges]
    return "\n".join(["flowchart TD", *lines])


def _flow(epoch: Epoch, diagram: Diagram) -> tuple[list[tuple[str, str, bool]], list[Edge]]:
    inner = epoch.diagrams.nodes(diagram)
    ends = sorted(epoch.diagrams.outcomes(diagram), key=_end_label)
    names: dict[Diagram, str] = {part: f"n{number}" for number, part in enumerate([*inner, *ends])}
    labels = [(names[node], epoch.questions[node.question].id, False) for node in inner]
    labels += [(names[end], _end_label(end), True) for end in ends]
    return labels, [edge for node in inner for edge in _edges(epoch, node, names)]


def _end_label(outcome: object) -> str:
    return " + ".join(sorted(outcome)) if isinstance(outcome, frozenset) and outcome else "none"


def _edges(epoch: Epoch, node: Node, names: dict[Diagram, str]) -> Iterator[Edge]:
    for child in dict.fromkeys(node.children):
        leading = [option for option, other in epoch.diagrams.ways(node) if other == child]
        yield names[node], names[child], ", ".join(leading)
