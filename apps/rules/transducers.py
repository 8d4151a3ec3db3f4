"""All steps of an epoch in one walk: at each answer, what is decided leaves and what is open stays.

A sequential transducer (Mohri 1997) over the author's order of questions. A state is the set of diagrams still
undecided; its edges name the steps that the answer makes apply. Independent events do not multiply as they would
in one joint diagram, because a decided step leaves the state at once.
"""

from collections.abc import Mapping
from functools import lru_cache, reduce
from operator import or_

from apps.rules.diagrams import Diagram, Diagrams, Node

MOST_NAMED = 4096  # sets of steps kept in memory by their ids

Left = tuple[tuple[int, Node], ...]


class State:
    """What is still undecided: pairs of a step's number and its diagram.

    `question` is the next that counts, `counts` all that do, as bits; `ways` fills up as answers come.
    """

    __slots__ = ("counts", "left", "question", "ways")

    def __init__(self, question: str, left: Left) -> None:
        self.question = question
        self.left = left
        self.counts = reduce(or_, (node.counts for _, node in left), 0)
        self.ways: dict[str, tuple[State, int]] = {}


class Transducer:
    """Walks of one epoch. Sets of steps are the bits of a number, in the author's order."""

    def __init__(self, diagrams: Diagrams, compiled: Mapping[str, Diagram]) -> None:
        self._diagrams = diagrams
        self._states: dict[Left, State] = {}
        self.steps = tuple(compiled)
        self.named = lru_cache(maxsize=MOST_NAMED)(self._named)
        self.start, self.always = self._state(list(enumerate(compiled.values())))

    def walk(self, answers: Mapping[str, frozenset[str]]) -> tuple[State, int]:
        """Return the state after the answers that name one option each, up to the first that does not, and what applies."""
        state, applies = self.start, self.always
        while (options := answers.get(state.question)) and len(options) == 1:
            state, more = self.step(state, next(iter(options)))
            applies |= more
        return state, applies

    def step(self, state: State, option: str) -> tuple[State, int]:
        """Return the state behind an answer, and the steps that it makes apply."""
        if option not in state.ways:
            index = self._diagrams.index[state.question]
            position = self._diagrams.position[index][option]
            left = ((n, node.children[position] if node.question == index else node) for n, node in state.left)
            state.ways[option] = self._state(list(left))
        return state.ways[option]

    def _state(self, diagrams: list[tuple[int, Diagram]]) -> tuple[State, int]:
        left = tuple((number, diagram) for number, diagram in diagrams if isinstance(diagram, Node))
        applies = sum(1 << number for number, diagram in diagrams if diagram is True)
        if left not in self._states:
            first = min((node.question for _, node in left), default=-1)
            self._states[left] = State(self._diagrams.questions[first].id if left else "", left)
        return self._states[left], applies

    def _named(self, steps: int) -> tuple[str, ...]:
        """The ids of a set of steps, in the author's order."""
        return tuple(id for number, id in enumerate(self.steps) if steps >> number & 1)
