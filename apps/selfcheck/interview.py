"""Where a reader stands: replayed from the answers on every request, so that any of them may change."""

from dataclasses import dataclass
from datetime import date

from apps.rules import Assessment, Question, Rulebook, assess
from apps.selfcheck.answering import Given


@dataclass(frozen=True)
class Standing:
    """The screens answered so far, in order, and what the answers on them lead to.

    Answers off this path are kept in the form but do not count, so that going back and forth loses nothing.
    """

    path: tuple[tuple[Question, ...], ...]
    assessment: Assessment

    @property
    def screen(self) -> tuple[Question, ...]:
        return self.assessment.next_screen

    @property
    def finished(self) -> bool:
        return not self.screen


def replay(rulebook: Rulebook, given: Given, on: date) -> Standing:
    counted: Given = {}
    path: list[tuple[Question, ...]] = []
    while True:
        found = assess(rulebook, counted, on)
        if not found.next_screen or any(question.id not in given for question in found.next_screen):
            return Standing(tuple(path), found)
        path.append(found.next_screen)
        counted |= {question.id: given[question.id] for question in found.next_screen}


def up_to(rulebook: Rulebook, given: Given, screen: str, on: date) -> Standing | None:
    """Return the standing just before a screen was answered, or None if it is not on the path."""
    standing = replay(rulebook, given, on)
    for number, questions in enumerate(standing.path):
        if questions[0].screen == screen:
            before = {question.id: given[question.id] for earlier in standing.path[:number] for question in earlier}
            return replay(rulebook, before, on)
    return None
