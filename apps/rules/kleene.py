"""The second opinion: plain three-valued evaluation of a condition (Kleene 1952), without any diagram.

Many people are asked about at once: they stand in a row, and a set of them is a number whose bit n is the n-th of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import and_, or_

from apps.rules.conditions import All, Any, Condition, Constant, In, Is, Named, Not
from apps.rules.diagrams import Possible
from apps.rules.epochs import Epoch

# For whom a condition holds, and for whom it does or may.
Verdicts = tuple[int, int]


def evaluate(condition: Condition, epoch: Epoch, possible: Possible) -> bool | None:
    """Return whether a condition holds for the options still possible, or None if that is open.

    It may answer None where the diagram decides, because it does not see that two parts are about the same
    question; it never contradicts the diagram.
    """
    return Row(epoch, [possible]).evaluate(condition)[0]


class Row:
    """People of whom each says something."""

    def __init__(self, epoch: Epoch, people: Sequence[Possible]) -> None:
        self.epoch, self.length = epoch, len(people)
        self.everybody = (1 << len(people)) - 1
        self.answers: dict[str, dict[frozenset[str], int]] = {}
        for number, possible in enumerate(people):
            for id, options in possible.items():
                alike = self.answers.setdefault(id, {})
                alike[options] = alike.get(options, 0) | 1 << number

    def evaluate(self, condition: Condition, otherwise: Possible | None = None) -> list[bool | None]:
        """Return for each of them whether a condition holds; `otherwise` is what is possible where they say nothing."""
        certain, thinkable = _Evaluation(self, otherwise or {}).verdicts(condition)
        return [
            True if certain >> number & 1 else None if thinkable >> number & 1 else False
            for number in range(self.length)
        ]


class _Evaluation:
    def __init__(self, row: Row, otherwise: Possible) -> None:
        self.row, self.otherwise = row, otherwise
        self.epoch, self.everybody = row.epoch, row.everybody
        self.known: dict[str, Verdicts] = {}

    def verdicts(self, condition: Condition) -> Verdicts:
        match condition:
            case Is() | In():
                return self._leaf(condition)
            case All(parts):
                return _together(and_, self.everybody, map(self.verdicts, parts))
            case Any(parts):
                return _together(or_, 0, map(self.verdicts, parts))
            case Named(id):
                if id not in self.known:
                    self.known[id] = self.verdicts(self.epoch.defined(id))
                return self.known[id]
            case Not(part):
                certain, thinkable = self.verdicts(part)
                return self.everybody & ~thinkable, self.everybody & ~certain
            case Constant(value):
                return (self.everybody, self.everybody) if value else (0, 0)

    def _leaf(self, leaf: Is | In) -> Verdicts:
        holds = self.epoch.rulebook.meaning(leaf)
        certain = thinkable = 0
        for options, whose in self._answers(leaf.question):
            certain |= whose if options <= holds else 0
            thinkable |= whose if options & holds else 0
        return certain, thinkable

    def _answers(self, id: str) -> Iterable[tuple[frozenset[str], int]]:
        said: Mapping[frozenset[str], int] = self.row.answers.get(id, {})
        silent = self.everybody & ~reduce(or_, said.values(), 0)
        default = self.otherwise.get(id) or frozenset(self.epoch.rulebook.questions[id].options)
        return [*said.items(), (default, silent)] if silent else said.items()


def _together(join: Callable[[int, int], int], start: int, parts: Iterable[Verdicts]) -> Verdicts:
    certain = thinkable = start
    for one, other in parts:
        certain, thinkable = join(certain, one), join(thinkable, other)
    return certain, thinkable
