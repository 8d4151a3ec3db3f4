"""Proof over every combination of answers in every epoch, piece by piece; a failed proof names a witness.

Each step is proven on its own diagram and each exclusive group on its joint one. The product of independent
events is never built. What is about one step alone is proven once for all epochs in which it means the same.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from itertools import product
from math import prod
from operator import and_, is_, or_
from statistics import mode

from apps.rules import kleene, reachability, screens
from apps.rules.conditions import All, Not
from apps.rules.diagrams import Diagram, Node, only
from apps.rules.epochs import Epoch, epochs
from apps.rules.errors import Failure
from apps.rules.model import Rulebook, Span
from apps.rules.staleness import stale

MOST_NODES_OF_A_STEP = 500
MOST_NODES_OF_A_GROUP = 20_000

Edge = tuple[dict[str, frozenset[str]], Diagram]


@dataclass(frozen=True)
class Figures:
    """How much was proven for one epoch."""

    span: Span
    combinations: int
    steps: int
    nodes: int
    largest: int
    of_groups: int


@dataclass(frozen=True)
class Report:
    """The outcome of all proofs."""

    figures: tuple[Figures, ...]
    failures: tuple[Failure, ...]
    screens: Mapping[str, int] = field(default_factory=dict)


def prove(rulebook: Rulebook, on: date | None = None) -> Report:
    """Run every proof. With a day given, rules that were due to be checked again before it fail too."""
    found = [failure for proof in EPOCH_PROOFS for epoch in epochs(rulebook) for failure in proof(epoch)]
    found += [failure for proof in RULEBOOK_PROOFS for failure in proof(rulebook)]
    found += stale(rulebook, on) if on else []
    once = {(failure.proof, failure.message): failure for failure in reversed(found)}
    most = {id: max(longest(epoch, id).screens for epoch in epochs(rulebook)) for id in rulebook.screens}
    return Report(tuple(_figures(epoch) for epoch in epochs(rulebook)), tuple(reversed(once.values())), most)


@lru_cache(maxsize=256)
def joint(epoch: Epoch, group: str) -> Diagram:
    """Return the diagram whose outcome is the set of the group's steps that apply."""
    diagrams = epoch.diagrams
    found: Diagram = frozenset()
    for step in [step for step in epoch.steps if step.exclusive_group == group]:
        own = diagrams.apply(lambda applies, id=step.id: frozenset([id] if applies else []), epoch.compiled[step.id])
        found = diagrams.apply(or_, found, own)
    return found


def total(epoch: Epoch) -> Iterator[Failure]:
    """Everybody gets a step of each group that is declared for everyone."""
    for id, group in epoch.rulebook.exclusive.items():
        witness = epoch.diagrams.witness(joint(epoch, id), lambda steps: not steps)
        if group.everyone and witness is not None:
            yield Failure("totality", f"{_since(epoch)} no step of the group {id!r} applies", witness)


def exclusive(epoch: Epoch) -> Iterator[Failure]:
    """Nobody gets two steps of one group."""
    for group in epoch.rulebook.exclusive:
        diagram = joint(epoch, group)
        for steps in epoch.diagrams.outcomes(diagram):
            if isinstance(steps, frozenset) and len(steps) > 1:
                witness = epoch.diagrams.witness(diagram, lambda outcome, steps=steps: outcome == steps)  # type: ignore[misc]
                message = f"{_since(epoch)} {' and '.join(sorted(steps))} of the group {group!r} apply at once"
                yield Failure("exclusivity", message, witness)


def second_opinion(epoch: Epoch) -> Iterator[Failure]:
    """Diagram and plain evaluation agree on every edge of every diagram."""
    last = {question.id: frozenset(question.options[-1:]) for question in epoch.questions}
    for step in epoch.new:
        edges = list(_edges(epoch, epoch.compiled[step.id]))
        row, condition = kleene.Row(epoch, [answers for answers, _ in edges]), All((step.when, Not(step.unless)))
        verdicts = zip(row.evaluate(condition), row.evaluate(condition, last), strict=True)
        for (answers, left), (one, other) in zip(edges, verdicts, strict=True):
            if one not in (None, left) or other is not _last(left):
                witness = {id: min(options) for id, options in answers.items()}
                yield Failure("second opinion", f"{step.id}: diagram and plain evaluation differ", witness)
                break


def exact_support(epoch: Epoch) -> Iterator[Failure]:
    """No diagram asks a question whose answers all lead to the same."""
    diagrams = epoch.diagrams
    for step in epoch.new:
        for node in diagrams.nodes(epoch.compiled[step.id]):
            if len(set(node.children)) == 1:
                question = diagrams.questions[node.question].id
                yield Failure("exact relevance", f"{step.id}: asks {question!r}, which cannot matter there")


def safe_exemptions(epoch: Epoch) -> Iterator[Failure]:
    """No exempting answer adds a duty that an ordinary answer would not bring."""
    diagrams = epoch.diagrams
    for step in [step for step in epoch.new if step.kind.is_duty]:
        for node in diagrams.nodes(epoch.compiled[step.id]):
            question, left = epoch.questions[node.question], dict(diagrams.ways(node))
            others = [option for option in question.options if option not in question.exempting]
            for exempt, ordinary in product(question.exempting, others):
                added = diagrams.apply(only, left[exempt], left[ordinary])
                if (witness := diagrams.witness(added, lambda outcome: outcome is True)) is not None:
                    way = diagrams.witness(epoch.compiled[step.id], partial(is_, node)) or {}
                    message = f"{step.id}: {question.id} is {exempt} adds this duty, but it is an exemption"
                    yield Failure("monotone exemptions", message, {**way, question.id: exempt, **witness})


def compatible(epoch: Epoch) -> Iterator[Failure]:
    """Nobody gets two steps of which one is declared to contradict the other."""
    for step in epoch.steps:
        for other in step.not_with:
            both = epoch.diagrams.apply(and_, epoch.compiled[step.id], epoch.compiled.get(other, False))
            if (witness := epoch.diagrams.witness(both, lambda outcome: outcome is True)) is not None:
                message = f"{_since(epoch)} {step.id} and {other} apply at once, but contradict each other"
                yield Failure("no contradiction", message, witness)


@lru_cache(maxsize=256)
def longest(epoch: Epoch, limit: str) -> screens.Longest:
    """Return the longest way through the interview of those whom a limit on screens concerns."""
    return screens.longest(epoch, epoch.limits[limit])


def few_screens(epoch: Epoch) -> Iterator[Failure]:
    """Nobody sees more screens than the limit that concerns them allows."""
    for limit in epoch.rulebook.screens.values():
        if (found := longest(epoch, limit.id)).screens > limit.most:
            message = f"{_since(epoch)} {limit.id}: up to {found.screens} screens, but at most {limit.most} are allowed"
            yield Failure("screens", message, {id: "|".join(sorted(options)) for id, options in found.way.items()})


def beneath(epoch: Epoch) -> Iterator[Failure]:
    """A question under another counts for nothing where that one does not open it."""
    diagrams = epoch.diagrams
    for nested in epoch.rulebook.nested:
        closing = frozenset(nested.parent.options) - nested.opening
        for name, diagram in epoch.named() if closing else ():
            if not diagrams.counts(nested.question.id, diagram):
                continue
            if diagrams.counts(nested.question.id, diagrams.restrict(diagram, {nested.parent.id: closing})):
                message = f"{name}: {nested.question.id} counts though {nested.parent.id} does not open it"
                yield Failure("beneath", message, {nested.parent.id: min(closing)})


def small(epoch: Epoch) -> Iterator[Failure]:
    """Diagrams stay small enough to ship to a phone; otherwise name the question to factor out."""
    sized = [(id, diagram, MOST_NODES_OF_A_STEP) for id, diagram in epoch.compiled.items()]
    sized += [(f"group {id}", joint(epoch, id), MOST_NODES_OF_A_GROUP) for id in epoch.rulebook.exclusive]
    for name, diagram, most in sized:
        if len(nodes := epoch.diagrams.nodes(diagram)) > most:
            widest = epoch.questions[mode(node.question for node in nodes)].id
            yield Failure("size", f"{name}: {len(nodes)} nodes; name a condition to factor out {widest!r}")


def cited(rulebook: Rulebook) -> Iterator[Failure]:
    """Every fact is supported by a source which the rule itself names, or declared to have none anywhere."""
    for part, sources, facts in _citations(rulebook):
        supported = {fact for source in sources for fact in rulebook.sources[source].facts}
        for fact in sorted(set(facts) - supported - set(rulebook.unsourced_facts)):
            yield Failure("citations", f"{part}: none of its sources supports {fact}")


EPOCH_PROOFS: list[Callable[[Epoch], Iterator[Failure]]] = [
    total,
    exclusive,
    second_opinion,
    exact_support,
    safe_exemptions,
    compatible,
    beneath,
    few_screens,
    small,
]
RULEBOOK_PROOFS: list[Callable[[Rulebook], Iterator[Failure]]] = [
    reachability.live_steps,
    reachability.live_questions,
    reachability.live_options,
    reachability.live_names,
    cited,
]


def _figures(epoch: Epoch) -> Figures:
    sizes = [len(epoch.diagrams.nodes(diagram)) for diagram in epoch.compiled.values()]
    of_groups = [len(epoch.diagrams.nodes(joint(epoch, group))) for group in epoch.rulebook.exclusive]
    combinations = prod(len(question.options) for question in epoch.questions)
    return Figures(epoch.span, combinations, len(sizes), sum(sizes), max(sizes, default=0), sum(of_groups))


def _since(epoch: Epoch) -> str:
    return f"from {epoch.span.start or 'the beginning'}:"


def _edges(epoch: Epoch, diagram: Diagram) -> Iterator[Edge]:
    """Yield, for each option of each node once, answers that lead over it and what is left behind it."""
    ways: dict[Diagram, dict[str, frozenset[str]]] = {diagram: {}}
    for node in epoch.diagrams.nodes(diagram):  # sorted by question, so a way to every node is known before it comes
        id = epoch.questions[node.question].id
        for option, child in epoch.diagrams.ways(node):
            answers = {**ways[node], id: frozenset([option])}
            ways.setdefault(child, answers)
            yield answers, child


def _last(diagram: Diagram) -> Diagram:
    """The outcome where every question is answered with its last option."""
    while isinstance(diagram, Node):
        diagram = diagram.children[-1]
    return diagram


def _citations(rulebook: Rulebook) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for step in rulebook.steps.values():
        yield step.id, step.sources, step.facts
        for reading in step.readings:
            yield f"{step.id}.{reading.id}", reading.sources, reading.facts
