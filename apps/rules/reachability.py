"""Proofs that nothing in a rulebook is dead: every step, question, option, condition and group counts."""

from collections.abc import Iterator

from apps.rules.conditions import Condition, In, Named, leaves
from apps.rules.diagrams import Diagram
from apps.rules.epochs import Epoch, epochs
from apps.rules.errors import Failure
from apps.rules.model import Rulebook


def live_steps(rulebook: Rulebook) -> Iterator[Failure]:
    """Every step can apply to somebody in some epoch."""
    live = {id for epoch in epochs(rulebook) for id, diagram in epoch.compiled.items() if diagram is not False}
    for id in rulebook.steps.keys() - live:
        yield Failure("reachability", f"step {id!r} can never apply")


def live_questions(rulebook: Rulebook) -> Iterator[Failure]:
    """Every question matters to some step, deadline or band."""
    asked = {
        id for epoch in epochs(rulebook) for diagram in _all_diagrams(epoch) for id in epoch.diagrams.support(diagram)
    }
    asked |= {step.deadline.anchor for step in rulebook.steps.values() if step.deadline}
    asked |= {question.date_from for question in rulebook.choices()}
    for id in rulebook.questions.keys() - asked:
        yield Failure("reachability", f"question {id!r} never matters")


def live_options(rulebook: Rulebook) -> Iterator[Failure]:
    """Every option leads to some step."""
    leading = {
        way for epoch in epochs(rulebook) for diagram in _all_diagrams(epoch) for way in _leading(epoch, diagram)
    }
    for question in [question for question in rulebook.choices() if question.kind == "one"]:
        for option in question.options:
            if (question.id, option) not in leading:
                yield Failure("reachability", f"no step can apply to a person with {question.id} is {option}")


def live_names(rulebook: Rulebook) -> Iterator[Failure]:
    """Every named condition and group is used."""
    used = {leaf for condition in _conditions(rulebook) for leaf in leaves(condition)}
    for id in rulebook.definitions.keys() - {leaf.id for leaf in used if isinstance(leaf, Named)}:
        yield Failure("reachability", f"condition {id!r} is used nowhere")
    for id in rulebook.groups.keys() - {leaf.group for leaf in used if isinstance(leaf, In)}:
        yield Failure("reachability", f"group {id!r} is used nowhere")


def _all_diagrams(epoch: Epoch) -> Iterator[Diagram]:
    yield from epoch.compiled.values()
    yield from (whom for readings in epoch.readings.values() for _, whom in readings)


def _leading(epoch: Epoch, diagram: Diagram) -> Iterator[tuple[str, str]]:
    """Yield each question with an option that does not rule everything out."""
    for node in epoch.diagrams.nodes(diagram):
        id = epoch.questions[node.question].id
        yield from ((id, option) for option, child in epoch.diagrams.ways(node) if child is not False)


def _conditions(rulebook: Rulebook) -> Iterator[Condition]:
    for step in rulebook.steps.values():
        yield from (step.when, step.unless)
        yield from (reading.when for reading in step.readings)
    yield from (limit.when for limit in rulebook.screens.values())
    for definition in rulebook.definitions.values():
        yield definition.when
