"""Time cut into stretches within which no rule starts or ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from apps.rules.conditions import Condition, Named, leaves
from apps.rules.diagrams import Diagram, Diagrams, Nodes, Possible
from apps.rules.model import Reading, Rulebook, Span, Step
from apps.rules.questions import Question
from apps.rules.transducers import Transducer


@dataclass(frozen=True, eq=False)
class Epoch:
    """The rules as they are in force from the first to the last day of `span`, compiled; `earlier` ones came before."""

    rulebook: Rulebook
    span: Span
    nodes: Nodes
    earlier: Sequence["Epoch"] = ()

    @cached_property
    def steps(self) -> list[Step]:
        """The steps in force, in the author's order."""
        return [step for step in self.rulebook.steps.values() if self._holds(step.in_force)]

    @cached_property
    def diagrams(self) -> Diagrams:
        """The compiler of this epoch; equal diagrams of any epochs of a rulebook are one object."""
        return Diagrams(self.rulebook, self.defined, self.nodes)

    @cached_property
    def compiled(self) -> dict[str, Diagram]:
        """Every step in force by id: the diagram of `when and not unless`."""
        found: dict[str, Diagram] = {}
        for step in self.steps:
            alike = self._alike(step.id)
            found[step.id] = alike.compiled[step.id] if alike else self.diagrams.minus(step.when, step.unless)
        return found

    @cached_property
    def readings(self) -> dict[str, list[tuple[Reading, Diagram]]]:
        """The readings of each step's deadline, with the diagram of whom they concern."""
        return {
            step.id: [(reading, self.diagrams.compile(reading.when)) for reading in step.readings]
            for step in self.steps
        }

    @cached_property
    def limits(self) -> dict[str, Diagram]:
        """The diagram of whom each limit on screens concerns."""
        return {id: self.diagrams.compile(limit.when) for id, limit in self.rulebook.screens.items()}

    def named(self) -> Iterator[tuple[str, Diagram]]:
        """Yield every diagram of the epoch with a name for messages."""
        yield from self.compiled.items()
        for id, readings in self.readings.items():
            yield from ((f"{id}.{reading.id}", whom) for reading, whom in readings)
        yield from ((f"screens.{id}", whom) for id, whom in self.limits.items())

    @property
    def new(self) -> list[Step]:
        """The steps in force that have not the same conditions, and with them the same diagram, in an earlier epoch."""
        return [step for step in self.steps if not self._proven_earlier(step.id)]

    def _proven_earlier(self, id: str) -> bool:
        alike = self._alike(id)
        return alike is not None and alike.compiled[id] is self.compiled[id]

    def _alike(self, id: str) -> "Epoch | None":
        """The first earlier epoch in which a step rests on the same conditions."""
        return next((epoch for epoch in self.earlier if epoch._terms.get(id) == self._terms[id]), None)

    @cached_property
    def _terms(self) -> dict[str, tuple[Condition, Condition, dict[str, Condition]]]:
        """For each step in force its conditions, and what the named ones beneath them mean, however deep they stand."""
        return {step.id: (step.when, step.unless, self._beneath(step.when, step.unless)) for step in self.steps}

    def _beneath(self, *conditions: Condition) -> dict[str, Condition]:
        found: dict[str, Condition] = {}
        for leaf in (leaf for condition in conditions for leaf in leaves(condition) if isinstance(leaf, Named)):
            if leaf.id not in self._meant:
                meant = self.defined(leaf.id)
                self._meant[leaf.id] = {leaf.id: meant} | self._beneath(meant)
            found |= self._meant[leaf.id]
        return found

    @cached_property
    def _meant(self) -> dict[str, dict[str, Condition]]:
        return {}

    @cached_property
    def goals(self) -> list[tuple[int, list[Step]]]:
        """The steps by their goal, the first goal first."""
        goals = sorted({step.goal for step in self.steps})
        return [(goal, [step for step in self.steps if step.goal == goal]) for goal in goals]

    @cached_property
    def transducer(self) -> Transducer:
        """All steps in one walk."""
        return Transducer(self.diagrams, self.compiled)

    def left(self, possible: Possible) -> dict[str, Diagram]:
        """Return what these answers leave of each step: True if it applies, a diagram if that is open; never False."""
        state, applies = self.transducer.walk(possible)
        left: dict[str, Diagram] = dict.fromkeys(self.transducer.named(applies), True)
        # The walk ends at the first question that is not answered by one option; later answers count all the same.
        later = {id: options for id, options in possible.items() if state.counts >> self.diagrams.index[id] & 1}
        restrict = self.diagrams.restricting(later)
        for number, node in state.left:
            if (rest := restrict(node)) is not False:
                left[self.transducer.steps[number]] = rest
        return left

    @cached_property
    def questions(self) -> list[Question]:
        """The questions with options, in the author's order."""
        return self.rulebook.choices()

    def counting(self, id: str) -> list[str]:
        """Return the questions that count for a step in force, in the author's order."""
        return self.diagrams.support(self.compiled[id])

    def defined(self, id: str) -> Condition:
        """Return what a named condition means in this epoch."""
        definition = self.rulebook.definitions[id]
        if definition.otherwise is None or self._holds(definition.in_force):
            return definition.when
        return definition.otherwise

    def _holds(self, span: Span) -> bool:
        # No boundary lies inside an epoch, so one day of it speaks for all.
        return (self.span.start or date.min) in Span(span.start or date.min, span.end)


@lru_cache(maxsize=32)
def epochs(rulebook: Rulebook) -> list[Epoch]:
    """Cut all time at the dates at which a rule starts or ends; the first epoch has no start, the last no end."""
    known = epochs(rulebook.like) if rulebook.like else []
    spans = [step.in_force for step in rulebook.steps.values()]
    spans += [definition.in_force for definition in rulebook.definitions.values()]
    days = sorted({day for span in spans for day in (span.start, span.end) if day})
    ends = [None, *days, None]
    nodes: Nodes = known[0].nodes if known else {}
    found: list[Epoch] = []
    for start, end in zip(ends, ends[1:], strict=False):
        found.append(Epoch(rulebook, Span(start, end), nodes, (*known, *found)))
    return found


def epoch_on(rulebook: Rulebook, day: date) -> Epoch:
    """Return the epoch that a day, in the rulebook's time zone, belongs to."""
    return next(epoch for epoch in epochs(rulebook) if day in epoch.span)


def stretches(rulebook: Rulebook, id: str) -> list[tuple[Span, Epoch]]:
    """Return each stretch of time over which a step can apply and means the same, with its first epoch."""
    found: list[tuple[Span, Epoch]] = []
    for epoch in epochs(rulebook):
        if epoch.compiled.get(id, False) is False:
            continue
        span, first = found[-1] if found else (Span(), epoch)
        if found and span.end == epoch.span.start and first.compiled[id] is epoch.compiled[id]:
            found[-1] = (Span(span.start, epoch.span.end), first)
        else:
            found.append((epoch.span, epoch))
    return found
