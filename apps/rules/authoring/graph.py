"""The flow of the interview as a picture: which answer leads to which question and outcome."""

from apps.rules.epochs import Epoch
from apps.rules.flows import Flow, Steps, flow

Edge = tuple[str, str, str]


def dot(epoch: Epoch, group: str) -> str:
    """Return the flow to the outcomes of an exclusive group in the DOT language of Graphviz."""
    nodes, edges = _drawn(flow(epoch, group))
    lines = [f'  {id} [label="{label}", shape={"box" if ends else "oval"}];' for id, label, ends in nodes]
    lines += [f'  {start} -> {end} [label="{label}"];' for start, end, label in edges]
    return "\n".join(["digraph {", *lines, "}"])


def mermaid(epoch: Epoch, group: str) -> str:
    """Return the flow to the outcomes of an exclusive group as a Mermaid flowchart."""
    nodes, edges = _drawn(flow(epoch, group))
    lines = [f'  {id}["{label}"]' if ends else f'  {id}(["{label}"])' for id, label, ends in nodes]
    lines += [f'  {start} -->|"{label}"| {end}' for start, end, label in edges]
    return "\n".join(["flowchart TD", *lines])


def _drawn(found: Flow) -> tuple[list[tuple[str, str, bool]], list[Edge]]:
    ends = sorted(found.ends, key=_end_label)
    names: dict[int | Steps, str] = {number: f"n{number}" for number in range(len(found.forks))}
    names |= {end: f"n{number}" for number, end in enumerate(ends, len(found.forks))}
    labels = [(names[number], fork.question.id, False) for number, fork in enumerate(found.forks)]
    labels += [(names[end], _end_label(end), True) for end in ends]
    ways = [(number, way) for number, fork in enumerate(found.forks) for way in fork.ways]
    return labels, [(names[start], names[way.leads_to], ", ".join(way.options)) for start, way in ways]


def _end_label(steps: Steps) -> str:
    return " + ".join(sorted(steps)) or "none"
