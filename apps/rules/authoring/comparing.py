"""Whom a change touches: two rulebooks, or one on two days, compared over every combination of answers."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from apps.rules.diagrams import Diagram, Diagrams, Node, Nodes, only
from apps.rules.epochs import Epoch, epoch_on, epochs
from apps.rules.model import Rulebook, Span
from apps.rules.questions import Question

EXAMPLES = 2


@dataclass(frozen=True)
class Change:
    """One step that concerns other people than before.

    `share` is the part of all answer combinations with another outcome, every combination weighing the same;
    `gained` and `lost` are up to two people each, as answers, to whom it newly applies or no longer applies.
    `about` names what else changed about the step, such as its deadline or sources.
    """

    step: str
    span: Span
    share: float
    gained: tuple[dict[str, str], ...]
    lost: tuple[dict[str, str], ...]
    about: tuple[str, ...]


def compare(old: Rulebook, new: Rulebook) -> list[Change]:
    """Return what changed between two rulebooks, for every stretch of time in which neither changes by itself."""
    starts = sorted({epoch.span.start or date.min for book in (old, new) for epoch in epochs(book)})
    ends = [*starts[1:], None]
    found = []
    for start, end in zip(starts, ends, strict=True):
        span = Span(None if start == date.min else start, end)
        found += list(_changes(epoch_on(old, start), epoch_on(new, start), span))
    return found


def compare_days(rulebook: Rulebook, before: date, after: date) -> list[Change]:
    """Return what the rules of one rulebook say differently on two days."""
    return list(_changes(epoch_on(rulebook, before), epoch_on(rulebook, after), Span(after)))


def _changes(old: Epoch, new: Epoch, span: Span) -> Iterator[Change]:
    questions, nodes = _merged(old.questions, new.questions), Nodes()
    # Both sides with the questions and options of both, so that the two can be laid over each other.
    before, after = (Epoch(replace(epoch.rulebook, questions=questions), epoch.span, nodes) for epoch in (old, new))
    for id in dict.fromkeys([*old.compiled, *new.compiled]):
        was, now = before.compiled.get(id, False), after.compiled.get(id, False)
        gained, lost = (after.diagrams.apply(only, left, right) for left, right in ((now, was), (was, now)))
        share, about = _share(gained) + _share(lost), _about(old, new, id)
        if share or about:
            newly, no_longer = _people(after.diagrams, gained), _people(after.diagrams, lost)
            yield Change(id, span, share, newly, no_longer, about)


def _merged(old: list[Question], new: list[Question]) -> dict[str, Question]:
    options: dict[str, dict[str, None]] = {}
    for question in [*new, *old]:
        options.setdefault(question.id, {}).update(dict.fromkeys(question.options))
    return {id: Question(id, options=tuple(found)) for id, found in options.items()}


def _share(diagram: Diagram) -> float:
    seen: dict[Diagram, float] = {}

    def walk(part: Diagram) -> float:
        if not isinstance(part, Node):
            return float(part is True)
        if part not in seen:
            seen[part] = sum(map(walk, part.children)) / len(part.children)
        return seen[part]

    return walk(diagram)


def _people(diagrams: Diagrams, diagram: Diagram) -> tuple[dict[str, str], ...]:
    return tuple(islice(_paths(diagrams, diagram, {}), EXAMPLES))


def _paths(diagrams: Diagrams, diagram: Diagram, answers: dict[str, str], turn: int = 0) -> Iterator[dict[str, str]]:
    """Yield answers that lead to True, in an order in which the first few differ as much as they can."""
    if not isinstance(diagram, Node):
        if diagram is True:
            yield answers
        return
    question = diagrams.questions[diagram.question]
    ways = [
        _paths(diagrams, child, {**answers, question.id: option}, turn + number)
        for number, (option, child) in enumerate(diagrams.ways(diagram))
    ]
    first = turn % len(ways)
    yield from _in_turn([*ways[first:], *ways[:first]])


def _in_turn(ways: list[Iterator[dict[str, str]]]) -> Iterator[dict[str, str]]:
    """Yield one of each, then the next of each; none is looked for before it is wanted."""
    waiting = deque(ways)
    while waiting:
        way = waiting.popleft()
        for person in islice(way, 1):
            yield person
            waiting.append(way)


def _about(old: Epoch, new: Epoch, id: str) -> tuple[str, ...]:
    was, now = old.rulebook.steps.get(id), new.rulebook.steps.get(id)
    if was is None or now is None or old.rulebook is new.rulebook:
        return ()
    names = ("kind", "timing", "needs", "deadline", "certainty", "sources", "facts")
    return tuple(name for name in names if getattr(was, name) != getattr(now, name))
