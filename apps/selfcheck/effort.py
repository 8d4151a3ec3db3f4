"""What the interview costs its reader: screens, taps and words up to the list, as the pages really say them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from statistics import median
from typing import Any

from django.template import Context
from django.template.loader import get_template
from django.template.loader_tags import BlockNode
from django.utils import translation

from apps.amina import current
from apps.amina.phrasebook import Phrasebook, phrasebook_in
from apps.rules import Question
from apps.rules.saying import Person
from apps.selfcheck import interview, pages
from apps.selfcheck.answering import Form, Given
from apps.selfcheck.interview import Standing

WORDS_A_MINUTE, SECONDS_A_TAP = 150, 2
WORD = re.compile(r"\w[\w’‘ʻʼ'-]*")
# What a reader need not read to go on: it is folded away, or for those who look for something else.
ASIDE = {"details", "svg", "template", "script"}


@dataclass(frozen=True)
class Effort:
    """A way through the interview, with the first screen of its result."""

    screens: int
    taps: int
    asked: int  # words
    told: int

    @property
    def seconds(self) -> float:
        return (self.asked + self.told) * 60 / WORDS_A_MINUTE + self.taps * SECONDS_A_TAP


def of_each(people: Sequence[Person], language: str) -> list[Effort]:
    """What the interview costs each of these people."""
    with translation.override(language):
        words = _counter(phrasebook_in(language))
        return [_effort(person, words, phrasebook_in(language)) for person in people]


def on_the_median_way(found: Sequence[Effort]) -> Effort:
    """The medians, each figure for itself."""
    middle = [median(getattr(one, name) for one in found) for name in ("screens", "taps", "asked", "told")]
    return Effort(*map(round, middle))


Counter = Callable[[tuple[Question, ...], bool], int]


def _counter(phrases: Phrasebook) -> Counter:
    """The words of a screen, first or later, counted once."""

    @cache
    def words(screen: tuple[Question, ...], first: bool) -> int:
        return said(pages.question(_standing_at(screen, first), Form(), phrases), "question", "form")

    return words


def _standing_at(screen: tuple[Question, ...], first: bool) -> Standing:
    found = interview.replay(current.rulebook(), {}, current.today())
    return _Shown(() if first else (screen,), found.assessment, screen)


@dataclass(frozen=True)
class _Shown(Standing):
    """Any screen, whoever it is shown to."""

    shown: tuple[Question, ...] = ()

    @property
    def screen(self) -> tuple[Question, ...]:
        return self.shown


def _effort(person: Person, words: Counter, phrases: Phrasebook) -> Effort:
    given: Given = {id: value if isinstance(value, str) else str(value) for id, value in person.answers.items()}
    standing = interview.replay(current.rulebook(), given, person.on)
    return Effort(
        len(standing.path),
        sum(_taps(screen, given) for screen in standing.path),
        sum(words(screen, number == 0) for number, screen in enumerate(standing.path)),
        said(pages.result(standing, Form(given), phrases), "result", "section", ("verdict", "todo")),
    )


def _taps(screen: tuple[Question, ...], given: Mapping[str, Any]) -> int:
    """One for an answer, three for a day (open, choose, close), one to continue; what is not ticked costs nothing."""
    answers = [(question, given.get(question.id, "no")) for question in screen]
    return 1 + sum(3 if question.is_date else 1 for question, value in answers if value not in ("no", "unknown"))


def said(known: dict[str, Any], page: str, element: str, classes: Sequence[str] = ()) -> int:
    """How many words these elements of a page's changing block say."""
    template = get_template(f"selfcheck/{page}.html").template  # type: ignore[attr-defined]  # Django's own engine has it
    block = next(node for node in template.nodelist.get_nodes_by_type(BlockNode) if node.name == "check")
    context, counted = Context(known), _Words(element, classes)
    with context.bind_template(template), context.render_context.push_state(template):
        counted.feed(block.nodelist.render(context))
    return counted.words


class _Words(HTMLParser):
    def __init__(self, element: str, classes: Sequence[str]) -> None:
        super().__init__()
        self.element, self.classes = element, classes
        self.words, self.within, self.aside = 0, 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = (dict(attrs).get("class") or "").split()
        if tag == self.element and (self.within or not self.classes or set(of) & set(self.classes)):
            self.within += 1
        self.aside += tag in ASIDE

    def handle_endtag(self, tag: str) -> None:
        self.within -= tag == self.element and self.within > 0
        self.aside -= tag in ASIDE

    def handle_data(self, data: str) -> None:
        if self.within and not self.aside:
            self.words += len(WORD.findall(data))
