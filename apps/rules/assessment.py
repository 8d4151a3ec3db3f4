"""What the rules say to one person on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from apps.rules import interview
from apps.rules.answers import Answers, Given, opens, read
from apps.rules.deadlines import Due, due
from apps.rules.diagrams import Diagram
from apps.rules.epochs import Epoch, epoch_on
from apps.rules.model import Rulebook, Step
from apps.rules.questions import Question


class Outcome(StrEnum):
    """Whether a step concerns a person."""

    APPLIES = "applies"
    DEPENDS = "depends"


@dataclass(frozen=True)
class Finding:
    """A step that applies, or that may, depending on the answers to the questions in `depends_on`."""

    step: Step
    left: Diagram
    epoch: Epoch
    answers: Answers

    @property
    def outcome(self) -> Outcome:
        """Whether the step applies or may."""
        return Outcome.APPLIES if self.left is True else Outcome.DEPENDS

    @cached_property
    def depends_on(self) -> tuple[str, ...]:
        """The questions whose answers can still change whether the step applies."""
        return tuple(self.epoch.diagrams.support(self.left))

    @cached_property
    def due(self) -> Due | None:
        """By when, by every reading that may concern the person; None for a step without a deadline."""
        deadline, epoch = self.step.deadline, self.epoch
        if deadline is None:
            return None
        readings = [
            reading
            for reading, whom in epoch.readings[self.step.id]
            if epoch.diagrams.restrict(whom, self.answers.options) is not False
        ]
        return due(deadline, readings, self.answers.days.get(deadline.anchor), epoch.rulebook.calendar)

    @property
    def lies_ahead(self) -> bool:
        """Whether what the term counts from is still to come, or its day is not asked of this person."""
        deadline, rulebook = self.step.deadline, self.epoch.rulebook
        if deadline is None or not deadline.anchor or self.step.timing != "by_date":
            return False
        nested = (one for one in rulebook.nested if one.question.id == deadline.anchor)
        closed = any(opens(one, self.answers.options) is False for one in nested)
        return closed or rulebook.questions[deadline.anchor].lies == "future"

    @cached_property
    def because(self) -> tuple[str, ...]:
        """A smallest set of questions whose answers alone already make the step apply; empty if it only may.

        Smallest in the sense that none of them can be left out (a prime implicant of the step's diagram).
        """
        return reason(self.epoch, self.step, self.answers) if self.outcome is Outcome.APPLIES else ()

    @cached_property
    def would_change(self) -> dict[str, tuple[str, ...]]:
        """For each question of the reason, the other options with which alone the step would certainly not apply."""
        restrict, diagram = self.epoch.diagrams.restrict, self.epoch.compiled[self.step.id]
        said = {
            id: self.answers.options[id] for id in self.epoch.diagrams.support(diagram) if id in self.answers.options
        }
        found: dict[str, tuple[str, ...]] = {}
        for id in self.because:
            rest = restrict(diagram, {other: options for other, options in said.items() if other != id})
            options = self.epoch.rulebook.questions[id].options
            if ending := tuple(option for option in options if restrict(rest, {id: frozenset([option])}) is False):
                found[id] = ending
        return found


@dataclass(frozen=True)
class Assessment:
    """Everything known about a person on a day, and what is worth asking next."""

    on: date
    epoch: Epoch
    answers: Answers
    findings: tuple[Finding, ...]
    next_screen: tuple[Question, ...]
    at_most: int

    def applying(self, group: str = "") -> list[Finding]:
        """Return the findings of an exclusive group that apply; without a group, those of no group."""
        return [found for found in self._in(group) if found.outcome is Outcome.APPLIES]

    def depending(self, group: str = "") -> list[Finding]:
        """Return the findings of an exclusive group that may apply; without a group, those of no group."""
        return [found for found in self._in(group) if found.outcome is Outcome.DEPENDS]

    def _in(self, group: str) -> list[Finding]:
        return [found for found in self.findings if found.step.exclusive_group == group]


def assess(rulebook: Rulebook, answers: Mapping[str, Given] | Answers, on: date) -> Assessment:
    """Assess a person on a day given in the rulebook's time zone.

    `answers` may be partial. A step applies if it does for every way to complete the answers, and depends on named
    questions if it does for some: not knowing neither removes a duty nor grants an exemption.
    Returns findings in the author's order, the questions to show next together (none when nothing can change the
    result any more) and the number of screens that are left at most. Raises AnswerError for an unknown id.
    """
    checked = answers if isinstance(answers, Answers) else read(rulebook, answers, on)
    epoch = epoch_on(rulebook, on)
    left = epoch.left(checked.options)
    findings = tuple(Finding(step, left[step.id], epoch, checked) for step in epoch.steps if step.id in left)
    return Assessment(on, epoch, checked, findings, *interview.next_screen(epoch, left, checked))


def reason(epoch: Epoch, step: Step, answers: Answers) -> tuple[str, ...]:
    """Return a smallest set of questions whose answers alone decide whether a step applies; empty if they do not."""
    diagrams, diagram = epoch.diagrams, epoch.compiled[step.id]
    kept = {id: answers.options[id] for id in diagrams.support(diagram) if id in answers.options}
    outcome = diagrams.outcome(diagram, kept)
    if not isinstance(outcome, bool):
        return ()
    for id in list(kept):
        fewer = {other: options for other, options in kept.items() if other != id}
        if diagrams.outcome(diagram, fewer) is outcome:
            kept = fewer
    return tuple(kept)
