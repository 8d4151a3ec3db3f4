"""From one line of text to a condition."""

import re

from apps.rules.conditions import All, Any, Condition, Constant, In, Is, Named, Not

WORD = re.compile(r"\s*(?:([A-Za-z_][A-Za-z0-9_]*)|([()]))")
KEYWORDS = {"and", "or", "not", "is", "in", "always", "never"}


def parse(line: str) -> Condition:
    """Read a one-line condition.

    `and` binds tighter than `or`; brackets group. Raises ValueError that says what was expected and where.

    >>> parse("citizenship in covered and not exempt")
    All(parts=(In(question='citizenship', group='covered'), Not(part=Named(id='exempt'))))
    >>> parse("age is")
    Traceback (most recent call last):
    ValueError: after 'age is' an option is missing
    """
    parser = _Parser(_words(line))
    condition = parser.any()
    if parser.word:
        raise ValueError(f"after {parser.read!r} there is {parser.word!r}; write 'and' or 'or' between two conditions")
    return condition


def _words(line: str) -> list[str]:
    words, position = [], 0
    line = line.rstrip()
    while position < len(line):
        match = WORD.match(line, position)
        if not match:
            raise ValueError(f"{line[position:].strip()[0]!r} does not belong in a condition")
        words.append(match[1] or match[2])
        position = match.end()
    return words


class _Parser:
    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.position = 0

    @property
    def word(self) -> str:
        return self.words[self.position] if self.position < len(self.words) else ""

    @property
    def read(self) -> str:
        return " ".join(self.words[: self.position])

    def take(self, *expected: str) -> bool:
        if self.word and self.word in expected:
            self.position += 1
            return True
        return False

    def name(self, what: str) -> str:
        word = self.word
        if not word or word in KEYWORDS or word in "()":
            raise ValueError(f"after {self.read!r} {what} is missing" if self.read else f"{what} is missing")
        self.position += 1
        return word

    def any(self) -> Condition:
        parts = [self.all()]
        while self.take("or"):
            parts.append(self.all())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def all(self) -> Condition:
        parts = [self.one()]
        while self.take("and"):
            parts.append(self.one())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def one(self) -> Condition:
        if self.take("not"):
            return Not(self.one())
        if self.take("("):
            inner = self.any()
            if not self.take(")"):
                raise ValueError(f"after {self.read!r} a closing bracket is missing")
            return inner
        if self.word in ("always", "never"):
            return Constant(self.take("always") or not self.take("never"))
        return self.leaf()

    def leaf(self) -> Condition:
        name = self.name("a question or a condition")
        if self.take("is"):
            if self.take("not"):
                return Not(Is(name, self.name("an option")))
            return Is(name, self.name("an option"))
        if self.take("in"):
            return In(name, self.name("a group"))
        return Named(name)
