"""Reduced ordered multi-valued decision diagrams: the exact meaning of a condition.

A diagram asks questions in the author's order and ends in an outcome. Equal diagrams are one object, and no
node asks a question that cannot matter, so the questions left in a diagram are exactly those that still count
(Bryant 1986 for two values; Kam, Villa, Brayton and Sangiovanni-Vincentelli 1998 for many).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from operator import and_, not_, or_

from apps.rules.conditions import All, Any, Condition, Constant, In, Is, Named, Not
from apps.rules.model import Rulebook

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


Outcome = bool | frozenset[str]
Operator = Callable[..., Outcome]
Diagram = Node | Outcome
Nodes = dict[tuple[int, tuple[Diagram, ...]], Node]

# With this operand on either side the outcome is known without looking at the other.
ABSORBS: dict[Operator, Outcome] = {and_: False, or_: True}


def only(one: Outcome, other: Outcome) -> Outcome:
    """The operator for what holds by the first operand alone."""
    return bool(one) and not other


class Diagrams:
    """Compiles conditions of one epoch, restricts diagrams to known answers and reads them.

    `defined` says what a named condition means in the epoch. Compilers that share `nodes` give one object for equal
    diagrams.
    """

    def __init__(self, rulebook: Rulebook, defined: Callable[[str], Condition], nodes: Nodes) -> None:
        self.rulebook, self.defined = rulebook, defined
        self.questions = rulebook.choices()
        self.index = {question.id: index for index, question in enumerate(self.questions)}
        self.position = [
            {option: position for position, option in enumerate(question.options)} for question in self.questions
        ]
        self.asked = lru_cache(maxsize=MOST_REMEMBERED)(self._asked)
        self._nodes = nodes
        self._named: dict[str, Diagram] = {}

    def node(self, question: int, children: tuple[Diagram, ...], table: Nodes | None = None) -> Diagram:
        """Return the one diagram with these children; just the child if all are the same."""
        if children.count(children[0]) == len(children):
            return children[0]
        key = (question, children)
        if found := self._nodes.get(key):
            return found
        return (self._nodes if table is None else table).setdefault(key, Node(question, children))

    def compile(self, condition: Condition) -> Diagram:
        """Return the diagram of a condition in this epoch."""
        match condition:
            case Constant(value):
                return value
            case Is(question) | In(question):
                index, holds = self.index[question], self.rulebook.meaning(condition)
                return self.node(index, tuple(option in holds for option in self.questions[index].options))
            case Named(id):
                if id not in self._named:
                    self._named[id] = self.compile(self.defined(id))
                return self._named[id]
            case Not(part):
                return self.apply(not_, self.compile(part))
            case All(parts):
                return reduce(lambda left, right: self.apply(and_, left, right), map(self.compile, parts))
            case Any(parts):
                return reduce(lambda left, right: self.apply(or_, left, right), map(self.compile, parts))

    def minus(self, when: Condition, unless: Condition) -> Diagram:
        """Return the diagram of `when and not unless`."""
        return self.compile(All((when, Not(unless))))

    def apply(self, operator: Operator, *diagrams: Diagram) -> Diagram:
        """Return the diagram whose outcome is that of `operator` on the outcomes of some diagrams (Bryant 1986)."""
        absorbing = ABSORBS.get(operator)
        seen: dict[tuple[Diagram, ...], Diagram] = {}

        def walk(*parts: Diagram) -> Diagram:
            if absorbing is not None and absorbing in parts:
                return absorbing
            if parts not in seen:
                inner = [part.question for part in parts if isinstance(part, Node)]
                if not inner:
                    return operator(*parts)
                rows = zip(*(self._below(part, min(inner)) for part in parts), strict=True)
                seen[parts] = self.node(min(inner), tuple(walk(*row) for row in rows))
            return seen[parts]

        return walk(*diagrams)

    def _below(self, diagram: Diagram, question: int) -> tuple[Diagram, ...]:
        if isinstance(diagram, Node) and diagram.question == question:
            return diagram.children
        return (diagram,) * len(self.questions[question].options)

    def restrict(self, diagram: Diagram, possible: Possible) -> Diagram:
        """Return what is left of a diagram when only these options are possible; other questions stay open."""
        return self.restricting(possible)(diagram)

    def restricting(self, possible: Possible, nodes: Nodes | None = None) -> Callable[[Diagram], Diagram]:
        """Return a function that restricts diagrams, one after the other, to the same options.

        With `nodes`, equal diagrams of several such functions are one object too.
        """
        kept = self._narrowed(possible)
        answered = sum(1 << index for index in kept)
        seen: dict[Diagram, Diagram] = {}
        # By default thrown away afterwards, or every visitor's answers would stay in memory.
        table: Nodes = {} if nodes is None else nodes

        def walk(part: Diagram) -> Diagram:
            if not isinstance(part, Node) or not part.counts & answered:
                return part
            if part not in seen:
                few = kept.get(part.question)
                if few is None:
                    seen[part] = self.node(part.question, tuple([walk(child) for child in part.children]), table)
                elif len(few) == 1:
                    seen[part] = walk(part.children[few[0]])
                else:
                    below = [walk(part.children[position]) for position in few]
                    seen[part] = self.node(part.question, _spread(part, few, below), table)
            return seen[part]

        return walk

    def outcome(self, diagram: Diagram, possible: Possible) -> Outcome | None:
        """Return the outcome when only these options are possible; None if it is not the same for all of them."""
        kept = self._narrowed(possible)
        outcome: Outcome | None = None
        seen: set[Diagram] = set()
        ahead = [diagram]
        while ahead:
            part = ahead.pop()
            if isinstance(part, Node):
                if part not in seen:
                    seen.add(part)
                    few = kept.get(part.question)
                    ahead += part.children if few is None else [part.children[position] for position in few]
            elif outcome is None:
                outcome = part
            elif outcome != part:
                return None
        return outcome

    def _narrowed(self, possible: Possible) -> dict[int, list[int]]:
        """Return the positions of the possible options for each question that does not keep all of its own."""
        kept = {self.index[id]: self._positions(id, options) for id, options in possible.items()}
        return {index: few for index, few in kept.items() if len(few) < len(self.position[index])}

    def _positions(self, id: str, options: Iterable[str]) -> list[int]:
        return [self.position[self.index[id]][option] for option in options]

    def ways(self, node: Node) -> Iterator[tuple[str, Diagram]]:
        """Yield each option of a node's question with what it leads to."""
        return zip(self.questions[node.question].options, node.children, strict=True)

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

    def counts(self, id: str, diagram: Diagram) -> bool:
        """Return whether a question can still change the outcome."""
        return isinstance(diagram, Node) and id in self.index and bool(diagram.counts >> self.index[id] & 1)

    def _asked(self, counts: int) -> tuple[str, ...]:
        """The ids of questions that are the bits of a number, in the author's order."""
        return tuple(question.id for index, question in enumerate(self.questions) if counts >> index & 1)

    def outcomes(self, diagram: Diagram) -> set[Outcome]:
        """Return every outcome that some answers lead to."""
        if not isinstance(diagram, Node):
            return {diagram}
        return {child for node in self.nodes(diagram) for child in node.children if not isinstance(child, Node)}

    def witness(self, diagram: Diagram, wanted: Callable[[Diagram], bool]) -> dict[str, str] | None:
        """Return the fewest answers that lead to a wanted outcome or node, or None if nobody gets there."""
        answers: dict[Diagram, dict[str, str]] = {diagram: {}}
        waiting = [diagram]
        for part in waiting:  # grows while it is read
            if wanted(part):
                return answers[part]
            if not isinstance(part, Node):
                continue
            for option, child in self.ways(part):
                if child not in answers:
                    answers[child] = {**answers[part], self.questions[part.question].id: option}
                    waiting.append(child)
        return None


def _spread(node: Node, few: Iterable[int], below: list[Diagram]) -> tuple[Diagram, ...]:
    """An impossible option gets the child of a possible one: it then never keeps a question alive."""
    found = dict(zip(few, below, strict=True))
    return tuple(found.get(position, below[0]) for position in range(len(node.children)))
