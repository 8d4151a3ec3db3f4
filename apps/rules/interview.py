"""Which questions are still worth asking, and in which order."""

from collections.abc import Mapping

from apps.rules.answers import Answers, opens
from apps.rules.diagrams import Diagram, Node
from apps.rules.epochs import Epoch
from apps.rules.model import Rulebook, Step
from apps.rules.questions import Question

Screen = tuple[Question, ...]


def next_screen(epoch: Epoch, left: Mapping[str, Diagram], answers: Answers) -> tuple[Screen, int]:
    """Return the questions to show next, and how many screens can still change the result at most.

    `left` is what the answers leave of each step. A question is worth asking exactly if it is in the support of an
    undecided step, or of a reading of a deadline that may concern the person, or if it is the day that such a
    deadline counts from; the author's order is kept, steps of goal 1 (the verdict) before the others.
    Each answer can only take screens away, so the number of screens is the most that a person will still see.
    """
    by_goal = {
        goal: _open(epoch, [step for step in steps if step.id in left], left, answers) for goal, steps in epoch.goals
    }
    worth = set[str]().union(*by_goal.values())
    _close(epoch.rulebook, worth, answers)
    screens = dict.fromkeys(
        question.screen
        for ids in by_goal.values()
        if ids
        for question in epoch.rulebook.questions.values()
        if question.id in ids & worth
    )
    first = next(iter(screens), "")
    return tuple(question for question in epoch.rulebook.screen(first) if question.id in worth), len(screens)


def _open(epoch: Epoch, steps: list[Step], left: Mapping[str, Diagram], answers: Answers) -> set[str]:
    counts = 0
    for step in steps:
        if isinstance(node := left[step.id], Node):
            counts |= node.counts
    found = {id for id in epoch.diagrams.asked(counts) if id not in answers.options}
    found |= {question.date_from for question in epoch.rulebook.banded if question.id in found}
    found |= {step.deadline.anchor for step in steps if step.deadline and step.deadline.anchor}
    found |= _of_readings(epoch, steps, answers)
    return {id for id in found if id not in answers.days}


def _close(rulebook: Rulebook, worth: set[str], answers: Answers) -> None:
    """Leave out the questions under one that is answered otherwise, or that is not worth asking itself."""
    for nested in rulebook.nested:
        found = opens(nested, answers.options)
        if found is False or (found is None and nested.parent.id not in worth):
            worth.discard(nested.question.id)


def _of_readings(epoch: Epoch, steps: list[Step], answers: Answers) -> set[str]:
    """Return the questions that tell whom a reading of the steps' deadlines concerns."""
    restrict, counts = epoch.diagrams.restricting(answers.options), 0
    for step in steps:
        for _, whom in epoch.readings[step.id] if step.deadline else ():
            if isinstance(rest := restrict(whom), Node):
                counts |= rest.counts
    return {id for id in epoch.diagrams.asked(counts) if id not in answers.options}
