"""Reduced ordered multi-valued decision diagrams: the exact meaning of a condition.

A diagram asks questions in the author's order and ends in an outcome. Equal diagrams are one object, and no
node asks a question that cannot matter, so the questions left in a diagram are exactly those that still count
(Bryant 1986 for two values; Kam, Villa, Brayton and Sangiovanni-Vincentelli 1998 for many).
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, reduce
from operator import or_
from typing import Protocol

from apps.rules.conditions import All, Any, Condition, Constant, In, Is, Named, Not
from apps.rules.model import Question
from apps.rules.operators import ABSORBS, Operator, Outcome, both, either


class Meaning(Protocol):
    """What a condition's leaves mean, and in which order questions are asked; an Epoch is one."""

    @property
    def questions(self) -> list[Question]:
        """The questions with options, in the order they are asked."""

    def meaning(self, leaf: Is | In) -> frozenset[str]:
        """The options for which a leaf holds."""

    def defined(self, id: str) -> Condition:
        """What a named condition means."""


MOST_REMEMBERED = 4096  # sets of questions kept in memory by their ids

Possible = Mapping[str, frozenset[str]]


class Node:
    """One question, with a child for each of its options. Made by Diagrams only, so that equals are identical."""

    __slots__ = ("children", "counts", "question")

    def __init__(self, question: int, children: tuple["Diagram", ...]) -> None:
        self.question = question
        self.children = children
        # The questions that can still change the outcome, as the bits of a number.
        below = (child.counts for child in children if isinstance(child, Node))
        self.counts: int = reduce(or_, below, 1 << question)

    @property
    def support(self) -> frozenset[int]:
        """The questions that can still change the outcome."""
        return frozenset(index for index in range(self.counts.bit_length()) if self.counts >> index & 1)


Diagram = Node | Outcome
Table = dict[tuple[int, tuple[Diagram, ...]], Node]


class Diagrams:
    """Compiles conditions of one epoch, restricts diagrams to known answers and reads them."""

    def __init__(self, epoch: Meaning) -> None:
        self.epoch = epoch
        self.questions = epoch.questions
        self.index = {question.id: index for index, question in enumerate(self.questions)}
        self.position = [
            {option: position for position, option in enumerate(question.options)} for question in self.questions
        ]
        self.asked = lru_cache(maxsize=MOST_REMEMBERED)(self._asked)
        self._nodes: Table = {}
        self._joined: dict[tuple[Operator, Diagram, Diagram], Diagram] = {}
        self._named: dict[str, Diagram] = {}

    def node(self, question: int, children: tuple[Diagram, ...], table: Table | None = None) -> Diagram:
        """Return the one diagram with these children; just the child if all are the same."""
        if all(child is children[0] or child == children[0] for child in children):
            return children[0]
        key = (question, children)
        if key in self._nodes:
            return self._nodes[key]
        table = self._nodes if table is None else table
        if key not in table:
            table[key] = Node(question, children)
        return table[key]

    def compile(self, condition: Condition) -> Diagram:
        """Return the diagram of a condition in this epoch."""
        match condition:
            case Constant(value):
                return value
            case Is(question) | In(question):
                index, holds = self.index[question], self.epoch.meaning(condition)
                return self.node(index, tuple(option in holds for option in self.questions[index].options))
            case Named(id):
                if id not in self._named:
                    self._named[id] = self.compile(self.epoch.defined(id))
                return self._named[id]
            case Not(part):
                return self.replace(self.compile(part), lambda outcome: not outcome)
            case All(parts):
                return reduce(lambda left, right: self.join(both, left, right), map(self.compile, parts))
            case Any(parts):
                return reduce(lambda left, right: self.join(either, left, right), map(self.compile, parts))

    def minus(self, when: Condition, unless: Condition) -> Diagram:
        """Return the diagram of `when and not unless`."""
        return self.compile(All((when, Not(unless))))

    def join(self, operator: Operator, left: Diagram, right: Diagram) -> Diagram:
        """Return the diagram whose outcome is `operator` of the two outcomes."""
        if not isinstance(left, Node) and not isinstance(right, Node):
            return operator(left, right)
        if ABSORBS.get(operator) in (left, right):
            return ABSORBS[operator]
        key = (operator, left, right)
        if key not in self._joined:
            top = min(part.question for part in (left, right) if isinstance(part, Node))
            pairs = zip(self._below(left, top), self._below(right, top), strict=True)
            self._joined[key] = self.node(top, tuple(self.join(operator, *pair) for pair in pairs))
        return self._joined[key]

    def _below(self, diagram: Diagram, question: int) -> tuple[Diagram, ...]:
        if isinstance(diagram, Node) and diagram.question == question:
            return diagram.children
        return (diagram,) * len(self.questions[question].options)

    def replace(self, diagram: Diagram, change: Callable[[Outcome], Outcome]) -> Diagram:
        """Return the same diagram with every outcome changed."""
        seen: dict[Diagram, Diagram] = {}

        def walk(part: Diagram) -> Diagram:
            if not isinstance(part, Node):
                return change(part)
            if part not in seen:
                seen[part] = self.node(part.question, tuple(map(walk, part.children)))
            return seen[part]

        return walk(diagram)

    def restrict(self, diagram: Diagram, possible: Possible) -> Diagram:
        """Return what is left of a diagram when only these options are possible; other questions stay open."""
        return self.restricting(possible)(diagram)

    def restricting(self, possible: Possible) -> Callable[[Diagram], Diagram]:
        """Return a function that restricts diagrams, one after the other, to the same options."""
        kept = {self.index[id]: self._positions(id, options) for id, options in possible.items()}
        kept = {index: few for index, few in kept.items() if len(few) < len(self.position[index])}
        answered = sum(1 << index for index in kept)
        seen: dict[Diagram, Diagram] = {}
        table: Table = {}  # thrown away afterwards, or every visitor's answers would stay in memory

        def walk(part: Diagram) -> Diagram:
            if not isinstance(part, Node) or not part.counts & answered:
                return part
            if part not in seen:
                few = kept.get(part.question, range(len(part.children)))
                below = [walk(part.children[position]) for position in few]
                seen[part] = below[0] if len(below) == 1 else self.node(part.question, _spread(part, few, below), table)
            return seen[part]

        return walk

    def _positions(self, id: str, options: Iterable[str]) -> list[int]:
        return [self.position[self.index[id]][option] for option in options]

    def follow(self, diagram: Diagram, answers: Mapping[str, str]) -> Outcome:
        """Return the outcome for one answer to every question that the diagram asks."""
        while isinstance(diagram, Node):
            question = self.questions[diagram.question]
            diagram = diagram.children[question.options.index(answers[question.id])]
        return diagram

    def shape(self, diagram: Diagram) -> tuple[object, ...]:
        """Return a value that is equal for diagrams with the same meaning, also from different compilers."""
        nodes = self.nodes(diagram)
        number = {node: position for position, node in enumerate(nodes)}
        rows = [
            (
                node.question,
                tuple(number.get(child, child) if isinstance(child, Node) else (child,) for child in node.children),
            )
            for node in nodes
        ]
        return (*rows, diagram if not isinstance(diagram, Node) else None)

    def nodes(self, diagram: Diagram) -> list[Node]:
        """Return every node of a diagram once, those nearer the root first within a question."""
        seen: dict[Node, None] = {}

        def walk(part: Diagram) -> None:
            if isinstance(part, Node) and part not in seen:
                seen[part] = None
                for child in part.children:
                    walk(child)

        walk(diagram)
        return sorted(seen, key=lambda node: node.question)

    def support(self, diagram: Diagram) -> list[str]:
        """Return the ids of the questions that can still change the outcome, in the author's order."""
        return list(self.asked(diagram.counts)) if isinstance(diagram, Node) else []

    def _asked(self, counts: int) -> tuple[str, ...]:
        """The ids of questions that are the bits of a number, in the author's order."""
        return tuple(question.id for index, question in enumerate(self.questions) if counts >> index & 1)

    def outcomes(self, diagram: Diagram) -> set[Outcome]:
        """Return every outcome that some answers lead to."""
        if not isinstance(diagram, Node):
            return {diagram}
        return {child for node in self.nodes(diagram) for child in node.children if not isinstance(child, Node)}

    def witness(self, diagram: Diagram, wanted: Callable[[Outcome], bool]) -> dict[str, str] | None:
        """Return the fewest answers that lead to a wanted outcome, or None if nobody gets it."""
        level: list[tuple[Diagram, dict[str, str]]] = [(diagram, {})]
        while level:
            for part, answers in level:
                if not isinstance(part, Node) and wanted(part):
                    return answers
            level = [
                (child, {**answers, self.questions[part.question].id: option})
                for part, answers in level
                if isinstance(part, Node)
                for option, child in zip(self.questions[part.question].options, part.children, strict=True)
            ]
        return None


def _spread(node: Node, few: Iterable[int], below: list[Diagram]) -> tuple[Diagram, ...]:
    """An impossible option gets the child of a possible one: it then never keeps a question alive."""
    found = dict(zip(few, below, strict=True))
    return tuple(found.get(position, below[0]) for position in range(len(node.children)))
