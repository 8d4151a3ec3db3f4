"""Where a reader stands: replayed from the answers on every request, so that any of them may change."""

from dataclasses import dataclass
from datetime import date

from apps.rules import Assessment, Question, Rulebook, assess, unanswered
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
        answered = {question.id: given[question.id] for question in found.next_screen if question.id in given}
        if not answered or unanswered(rulebook, found.next_screen, given, on):
            return Standing(tuple(path), found)
        path.append(found.next_screen)
        counted |= answered


def up_to(rulebook: Rulebook, given: Given, screen: str, on: date) -> Standing | None:
    """Return the standing just before a screen was answered, or None if it is not on the path."""
    standing = replay(rulebook, given, on)
    for number, questions in enumerate(standing.path):
        if questions[0].screen == screen:
            earlier = [question.id for screen in standing.path[:number] for question in screen]
            return replay(rulebook, {id: given[id] for id in earlier if id in given}, on)
    return None
