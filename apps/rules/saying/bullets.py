"""Conditions as nested bullets in a language, for a lawyer to sign; read back, they are the same conditions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from apps.rules.conditions import ALWAYS, NEVER, All, Any, Condition, Constant, In, Is, Named, Not
from apps.rules.errors import RulebookError, nearest
from apps.rules.model import Rulebook
from apps.rules.questions import OptionGroup

LINE = re.compile(r"(?P<indent>(?:  )*)- (?P<text>\S.*)")


@dataclass(frozen=True)
class Bullet:
    """One line of a condition, and the lines that belong under it.

    `names` is the key of the named condition or group that the line stands for, for example conditions.ID.
    """

    text: str
    below: tuple["Bullet", ...] = ()
    names: str = ""

    def lines(self, indent: str = "") -> Iterator[str]:
        """Yield this bullet and those below it, each level two spaces further in."""
        yield f"{indent}- {self.text}"
        for bullet in self.below:
            yield from bullet.lines(indent + "  ")


class Wording:
    """A rulebook's conditions in the phrases of one language: from a condition to bullets and back.

    `phrases` maps keys such as conditions.ID, groups.ID and questions.ID.label to texts (see wording.required).
    """

    def __init__(self, rulebook: Rulebook, phrases: Mapping[str, str]) -> None:
        self.rulebook, self.phrases = rulebook, phrases
        self._joints = {phrases[f"rules.{name}"]: name for name in ("all", "any", "not")}

    @cached_property
    def leaves(self) -> dict[str, Condition]:
        """Every leaf by its phrase. Raises RulebookError where two have the same: they could not be read back."""
        found: dict[str, Condition] = {}
        for leaf in _leaves(self.rulebook):
            if (text := self.leaf(leaf)) in found or text in self._joints:
                problem = f"Two parts of the rules have the same words: {text!r}; word one of them otherwise."
                raise RulebookError(problem)
            found[text] = leaf
        return found

    def leaf(self, leaf: Condition) -> str:
        """Return the phrase of a leaf: a question with its options, a named condition or a constant."""
        match leaf:
            case Is(question, option):
                return f"{self.phrases[f'questions.{question}.label']}: {self.option(question, option)}"
            case In(question, group):
                return f"{self.phrases[f'questions.{question}.label']}: {self.phrases[f'groups.{group}']}"
            case Named(id):
                return self.phrases[f"conditions.{id}"]
        return self.phrases["rules.always" if leaf == ALWAYS else "rules.never"]

    def option(self, question: str, option: str) -> str:
        """Return the phrase of one option."""
        return self.phrases.get(f"questions.{question}.options.{option}") or self.phrases[f"rules.{option}"]

    def options(self, group: OptionGroup) -> list[str]:
        """Return the phrases of the options of a group, in the author's order."""
        options = self.rulebook.questions[group.question].options
        return [self.option(group.question, option) for option in options if option in group.options]

    def bullet(self, condition: Condition) -> Bullet:
        """Return a condition as nested bullets."""
        match condition:
            case Not(part):
                return Bullet(self.phrases["rules.not"], (self.bullet(part),))
            case All(parts):
                return Bullet(self.phrases["rules.all"], tuple(map(self.bullet, parts)))
            case Any(parts):
                return Bullet(self.phrases["rules.any"], tuple(map(self.bullet, parts)))
            case Named(id):
                return Bullet(self.leaf(condition), names=f"conditions.{id}")
            case In(_, group):
                return Bullet(self.leaf(condition), names=f"groups.{group}")
        return Bullet(self.leaf(condition))

    def write(self, condition: Condition) -> str:
        """Return a condition as lines of text that `read` reads back."""
        return "\n".join(self.bullet(condition).lines())

    def read(self, text: str) -> Condition:
        """Return the condition that some bullets state. Raises ValueError that names the line it cannot read."""
        bullets = list(_nested(text.splitlines()))
        if len(bullets) != 1:
            raise ValueError(f"one bullet must stand on the left, but there are {len(bullets)}")
        return self._condition(bullets[0])

    def _condition(self, bullet: Bullet) -> Condition:
        joint = self._joints.get(bullet.text)
        parts = tuple(map(self._condition, bullet.below))
        if joint is None:
            return self._leaf(bullet)
        if not parts or (joint == "not" and len(parts) > 1):
            raise ValueError(
                f"{bullet.text!r} has {len(parts)} bullets below it; it needs one" + " or more" * (joint != "not")
            )
        return Not(parts[0]) if joint == "not" else All(parts) if joint == "all" else Any(parts)

    def _leaf(self, bullet: Bullet) -> Condition:
        if bullet.text not in self.leaves:
            raise ValueError(f"no part of the rules has the words {bullet.text!r}. {nearest(bullet.text, self.leaves)}")
        if bullet.below:
            raise ValueError(f"{bullet.text!r} stands for itself; nothing may stand below it")
        return self.leaves[bullet.text]


def _leaves(rulebook: Rulebook) -> Iterator[Is | In | Named | Constant]:
    yield from (ALWAYS, NEVER)
    yield from map(Named, rulebook.definitions)
    yield from (In(group.question, group.id) for group in rulebook.groups.values())
    for question in rulebook.choices():
        yield from (Is(question.id, option) for option in question.options)


def _nested(lines: Iterable[str]) -> Iterator[Bullet]:
    """Yield the outermost bullets of some lines, each with those below it."""
    text, below = "", list[str]()
    for line in filter(str.strip, lines):
        match = LINE.fullmatch(line)
        if not match or (match["indent"] and not text):
            raise ValueError(f"{line.strip()!r} is not a bullet that begins with two spaces a level and '- '")
        if match["indent"]:
            below.append(line[2:])
            continue
        if text:
            yield Bullet(text, tuple(_nested(below)))
        text, below = match["text"], []
    if text:
        yield Bullet(text, tuple(_nested(below)))
