"""Which questions are still worth asking, and in which order."""

from collections.abc import Iterable, Mapping

from apps.rules.answers import Answers
from apps.rules.diagrams import Diagram
from apps.rules.epochs import Epoch
from apps.rules.model import Question

Screen = tuple[Question, ...]


def screens(epoch: Epoch, left: Mapping[str, Diagram], answers: Answers) -> list[Screen]:
    """Return the screens that can still change the result, the next one first.

    `left` holds each step's diagram restricted to the answers. A question is worth asking exactly if it is in the
    support of an undecided step, or of a reading of a deadline that may concern the person, or if it is the day that
    such a deadline counts from; the author's order is kept, steps of goal 1 (the verdict) before the others.
    Each answer can only take screens away, so the number of screens is the most that a person will still see.
    """
    open_ids = {goal: _open(epoch, left, answers, goal) for goal in sorted({step.goal for step in epoch.steps})}
    found: dict[str, Screen] = {}
    for ids in open_ids.values():
        for question in epoch.rulebook.questions.values():
            if question.id in ids:
                found.setdefault(question.screen, _together(epoch, question.screen, set().union(*open_ids.values())))
    return list(found.values())


def _open(epoch: Epoch, left: Mapping[str, Diagram], answers: Answers, goal: int) -> set[str]:
    steps = [step for step in epoch.steps if step.goal == goal and left[step.id] is not False]
    support = {id for step in steps for id in epoch.diagrams.support(left[step.id])}
    anchors = {step.deadline.anchor for step in steps if step.deadline and step.deadline.anchor}
    banded = {q.date_from for q in epoch.questions if q.bands and q.id in support and not answers.has(q)}
    readings = {
        id
        for step in steps
        for reading in (step.deadline.readings if step.deadline else ())
        for id in epoch.diagrams.support(epoch.diagrams.restrict(epoch.diagrams.compile(reading.when), answers.options))
    }
    return set(_unanswered(epoch, support | anchors | banded | readings, answers))


def _unanswered(epoch: Epoch, ids: Iterable[str], answers: Answers) -> Iterable[str]:
    return (id for id in ids if not answers.has(epoch.rulebook.questions[id]))


def _together(epoch: Epoch, screen: str, worth: set[str]) -> Screen:
    return tuple(question for question in epoch.rulebook.screen(screen) if question.id in worth)
