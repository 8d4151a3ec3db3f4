"""The example people of a rule, in a reader's words: some whom it covers, some whom it does not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from apps.amina import answers_in_words, current
from apps.amina.phrasebook import Phrasebook
from apps.rules import Answers, Assessment, Step, assess, epoch_on, reason
from apps.rules.saying import Person, load_people

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
    return load_people(current.FOLDER.parent / "people", current.rulebook())


def of(step: Step, phrases: Phrasebook) -> tuple[list[Example], list[Example]]:
    """Return example people whom a rule covers, and some whom it does not for different reasons."""
    found: dict[bool, dict[tuple[tuple[str, object], ...], Example]] = {True: {}, False: {}}
    for covered, on, answers, deciding in _decided(step.id):
        # One person for every way to be decided: the next one with the same answers would teach nothing.
        key = tuple((id, answers.options[id]) for id in deciding)
        if key not in found[covered] and len(found[covered]) < MOST:
            found[covered][key] = Example(on, _said(step, on, answers, deciding, phrases))
    return list(found[True].values()), list(found[False].values())


@cache
def _decided(id: str) -> list[tuple[bool, date, Answers, tuple[str, ...]]]:
    """Every example person for whom a rule is decided by their answers; the shortest reasons first."""
    found = []
    for person, assessment in _assessed():
        step = next((step for step in assessment.epoch.steps if step.id == id), None)
        if step and (deciding := reason(assessment.epoch, step, assessment.answers)):
            covered = any(finding.step.id == id for finding in assessment.findings)
            found.append((covered, person.on, assessment.answers, deciding))
    return sorted(found, key=lambda one: (len(one[3]), -one[1].toordinal()))


@cache
def _assessed() -> list[tuple[Person, Assessment]]:
    """Every example person once, and not once for each rule."""
    return [(person, assess(current.rulebook(), person.answers, person.on)) for person in people()]


def _said(step: Step, on: date, answers: Answers, deciding: Iterable[str], phrases: Phrasebook) -> tuple[Said, ...]:
    questions = [current.rulebook().questions[id] for id in _counting(step.id, on) if id in answers.options]
    known = [question for question in questions if answers.known(question)]
    return tuple(Said(*answers_in_words.given(q, answers, phrases), q.id in deciding) for q in known)


def _counting(id: str, on: date) -> list[str]:
    return epoch_on(current.rulebook(), on).counting(id)
