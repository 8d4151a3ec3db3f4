"""How many screens anybody can see: proven over every way through the interview, not over a sample.

The interview is walked with its own next_screen. Only a question that tells whom the limit concerns needs its options
walked one by one, and those that tell the same together. At any other question "I don't know" stands for all options:
it leaves every rule as open as any of them does, and what is open can only ask for more.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from operator import and_

from apps.rules.answers import Answers
from apps.rules.diagrams import Diagram, Diagrams, Nodes, Possible
from apps.rules.epochs import Epoch
from apps.rules.interview import Screen, next_screen

Way = dict[str, frozenset[str]]


@dataclass(frozen=True)
class Longest:
    """The most screens on any way, and the options by which such a way is taken."""

    screens: int
    way: Way


@dataclass(frozen=True)
class _State:
    """What is still open after some screens; `whom` says for whom the limit can still hold.

    `said` are the answers that tell whom a reading of a deadline concerns.
    """

    left: Mapping[str, Diagram]
    asked: frozenset[str]
    whom: Diagram
    said: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def open(self) -> object:
        """What decides which screen comes next."""
        return frozenset(self.left.items()), self.asked, frozenset(self.said.items())


def longest(epoch: Epoch, whom: Diagram) -> Longest:
    """Return the longest way of anybody for whom a condition holds as far as they know and were asked."""
    return _walk(epoch).longest(
        _State({id: left for id, left in epoch.compiled.items() if left is not False}, frozenset(), whom)
    )


@lru_cache(maxsize=32)
def _walk(epoch: Epoch) -> "_Walk":
    return _Walk(epoch)


class _Restrictions:
    """Restricts diagrams to answers and remembers what is left of them; the same for all epochs, which share diagrams."""

    def __init__(self, diagrams: Diagrams) -> None:
        self.diagrams, self.nodes = diagrams, Nodes()
        self.known: dict[object, Callable[[Diagram], Diagram]] = {}

    def to(self, possible: Possible) -> Callable[[Diagram], Diagram]:
        key = frozenset(possible.items())
        if key not in self.known:
            self.known[key] = self.diagrams.restricting(possible, self.nodes)
        return self.known[key]


@lru_cache(maxsize=4)
def _restrictions(first: Epoch) -> _Restrictions:
    return _Restrictions(first.diagrams)


class _Walk:
    def __init__(self, epoch: Epoch) -> None:
        self.epoch = epoch
        self.restrictions = _restrictions((*epoch.earlier, epoch)[0])
        self.known: dict[object, Longest] = {}
        self.next: dict[object, tuple[Screen, int]] = {}
        readings = (whom for readings in epoch.readings.values() for _, whom in readings)
        self.reading = {id for whom in readings for id in epoch.diagrams.support(whom)}

    def longest(self, state: _State) -> Longest:
        key = state.open, state.whom
        if key not in self.known:
            self.known[key] = self._longest(state)
        return self.known[key]

    def _longest(self, state: _State) -> Longest:
        screen, _ = self._next(state)
        best = Longest(0, {})
        if not screen or state.whom is False:
            return best
        after = [(self._after(state, screen, way, whom), way) for way, whom in self._ways(screen, state.whom, {})]
        bounded = sorted(((self._next(then)[1], number) for number, (then, _) in enumerate(after)), reverse=True)
        for bound, number in bounded:
            then, way = after[number]
            # No way on from here has more screens than can still change the result.
            if not best.screens or bound + 1 > best.screens:
                found = self.longest(then)
                best = max(best, Longest(found.screens + 1, {**way, **found.way}), key=lambda one: one.screens)
        return best

    def _next(self, state: _State) -> tuple[Screen, int]:
        key = state.open
        if key not in self.next:
            self.next[key] = self._asked_next(state)
        return self.next[key]

    def _asked_next(self, state: _State) -> tuple[Screen, int]:
        options = {id: frozenset(question.options) for id, question in self.epoch.rulebook.questions.items()}
        choices = {id: state.said.get(id, options[id]) for id in state.asked if options[id]}
        days = dict.fromkeys(id for id in state.asked if not options[id])
        return next_screen(self.epoch, state.left, Answers(choices, days))

    def _ways(self, screen: Screen, whom: Diagram, way: Way) -> Iterator[tuple[Way, Diagram]]:
        """Yield answers to the questions of a screen that tell whom the limit concerns, and what is then left of that."""
        if whom is False:
            return
        telling = self.epoch.diagrams.support(whom)
        question = next((one for one in screen if one.id in telling and one.id not in way), None)
        if question is None:
            yield way, whom
            return
        alike: dict[Diagram, set[str]] = {}
        for option in question.options:
            left = self.restrictions.to({question.id: frozenset([option])})(whom)
            alike.setdefault(left, set()).add(option)
        certainly = self._all(alike)
        for left, options in alike.items():
            if left is not certainly:  # or whoever does not know goes the same way, with more left open
                yield from self._ways(screen, left, {**way, question.id: frozenset(options)})
        yield from self._ways(screen, certainly, {**way, question.id: frozenset(question.options)})

    def _all(self, alike: Iterable[Diagram]) -> Diagram:
        everything: Diagram = True
        return reduce(lambda one, other: self.epoch.diagrams.apply(and_, one, other), alike, everything)

    def _after(self, state: _State, screen: Screen, way: Way, whom: Diagram) -> _State:
        restrict = self.restrictions.to(way)
        left = {id: restrict(diagram) for id, diagram in state.left.items()}
        asked = state.asked | {question.id for question in screen}
        said = {**state.said, **{id: options for id, options in way.items() if id in self.reading}}
        return _State({id: diagram for id, diagram in left.items() if diagram is not False}, asked, whom, said)
