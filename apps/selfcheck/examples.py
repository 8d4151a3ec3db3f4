"""The example people of a rule, in a reader's words: some whom it covers, some whom it does not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from apps.rules import Answers, Step, assess, epoch_on
from apps.rules.assessment import reason
from apps.rules.authoring.people import Person, load_people
from apps.selfcheck import amina, results
from apps.selfcheck.words import Words

MOST = 3


@dataclass(frozen=True)
class Said:
    """An answer in words, and whether it is one of those that decide."""

    label: str
    answer: str
    decides: bool


@dataclass(frozen=True)
class Example:
    """A person on a day, by the answers that count for a rule."""

    on: date
    answers: tuple[Said, ...]


@cache
def people() -> list[Person]:
    return load_people(amina.FOLDER.parent / "people", amina.rulebook())


def of(step: Step, words: Words) -> tuple[list[Example], list[Example]]:
    """Return example people whom a rule covers, and some whom it does not for different reasons."""
    found: dict[bool, dict[tuple[tuple[str, object], ...], Example]] = {True: {}, False: {}}
    for covered, on, answers, deciding in _decided(step.id):
        # One person for every way to be decided: the next one with the same answers would teach nothing.
        key = tuple((id, answers.options[id]) for id in deciding)
        if key not in found[covered] and len(found[covered]) < MOST:
            found[covered][key] = Example(on, _said(step, on, answers, deciding, words))
    return list(found[True].values()), list(found[False].values())


@cache
def _decided(id: str) -> list[tuple[bool, date, Answers, tuple[str, ...]]]:
    """Every example person for whom a rule is decided by their answers; the shortest reasons first."""
    found = []
    for person in people():
        assessment = assess(amina.rulebook(), person.answers, person.on)
        step = next((step for step in assessment.epoch.steps if step.id == id), None)
        if step and (deciding := reason(assessment.epoch, step, assessment.answers)):
            covered = any(finding.step.id == id for finding in assessment.findings)
            found.append((covered, person.on, assessment.answers, deciding))
    return sorted(found, key=lambda one: (len(one[3]), -one[1].toordinal()))


def _said(step: Step, on: date, answers: Answers, deciding: Iterable[str], words: Words) -> tuple[Said, ...]:
    questions = [amina.rulebook().questions[id] for id in _counting(step.id, on) if id in answers.options]
    known = [question for question in questions if answers.known(question)]
    return tuple(Said(*results.answer_in_words(q, answers, words), q.id in deciding) for q in known)


def _counting(id: str, on: date) -> list[str]:
    epoch = epoch_on(amina.rulebook(), on)
    return epoch.diagrams.support(epoch.compiled[id])
