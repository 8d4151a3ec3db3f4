"""Mutation of a rulebook: is there an example person for every word of it?

Each leaf is negated, each `and` becomes `or` and back, each exception is dropped, each boundary and term moves by
a day, each unit changes (DeMillo, Lipton and Sayward 1978). A mutant that no person notices shows a rule, or a part
of one, that the examples do not test.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType
from typing import Any as Anything

from apps.rules.conditions import NEVER, All, Any, Condition, Constant, Not, text
from apps.rules.epochs import Epoch, epochs
from apps.rules.model import Deadline, Definition, Reading, Rulebook, Span, Step, Unit
from apps.rules.people import Person, differences

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Mutant:
    """A rulebook with one small change, and what the change is."""

    what: str
    rulebook: Rulebook


def mutants(rulebook: Rulebook) -> Iterator[Mutant]:
    """Yield every mutant whose meaning differs from the rulebook's."""
    meaning = _meaning(rulebook)
    for mutant in _changed(rulebook):
        if _meaning(mutant.rulebook) != meaning:
            yield mutant


def unnoticed(rulebook: Rulebook, people: Iterable[Person]) -> tuple[int, list[str]]:
    """Return how many mutants there are, and those that change nothing for any person."""
    people, missed, count = list(people), [], 0
    for mutant in mutants(rulebook):
        count += 1
        noticed = next((person for person in people if differences(mutant.rulebook, person)), None)
        if noticed is None:
            missed.append(mutant.what)
        else:
            # Whoever noticed the last mutant likely notices the next one, which is about the same rule.
            people.remove(noticed)
            people.insert(0, noticed)
    return count, missed


def _changed(rulebook: Rulebook) -> Iterator[Mutant]:
    for id, definition in rulebook.definitions.items():
        for what, changed in _definition_mutants(definition):
            definitions = MappingProxyType({**rulebook.definitions, id: changed})
            yield Mutant(f"conditions.{id} {what}", replace(rulebook, definitions=definitions))
    for id, step in rulebook.steps.items():
        for what, altered in _step_mutants(step):
            steps = MappingProxyType({**rulebook.steps, id: altered})
            yield Mutant(f"steps.{id} {what}", replace(rulebook, steps=steps))


def _meaning(rulebook: Rulebook) -> list[Anything]:
    return [(epoch.span, [_step_meaning(epoch, step) for step in epoch.steps]) for epoch in epochs(rulebook)]


def _step_meaning(epoch: Epoch, step: Step) -> Anything:
    readings = step.deadline.readings if step.deadline else ()
    terms = [(reading.days, reading.unit, reading.counts_from, reading.roll) for reading in readings]
    whom = [epoch.diagrams.compile(reading.when) for reading in readings]
    shapes = [epoch.diagrams.shape(diagram) for diagram in (epoch.compiled[step.id], *whom)]
    return step.id, step.deadline and step.deadline.on, terms, shapes


def _definition_mutants(definition: Definition) -> Iterator[tuple[str, Definition]]:
    for what, when in _condition_mutants(definition.when):
        yield what, replace(definition, when=when)
    for what, span in _span_mutants(definition.in_force):
        yield what, replace(definition, in_force=span)


def _step_mutants(step: Step) -> Iterator[tuple[str, Step]]:
    for what, when in _condition_mutants(step.when):
        yield f"when: {what}", replace(step, when=when)
    if step.unless != NEVER:
        yield f"exception dropped: {text(step.unless)}", replace(step, unless=NEVER)
    for what, unless in _condition_mutants(step.unless):
        yield f"unless: {what}", replace(step, unless=unless)
    for what, span in _span_mutants(step.in_force):
        yield what, replace(step, in_force=span)
    if step.deadline:
        for what, deadline in _deadline_mutants(step.deadline):
            yield f"deadline: {what}", replace(step, deadline=deadline)


def _condition_mutants(condition: Condition) -> Iterator[tuple[str, Condition]]:
    match condition:
        case Constant():
            return
        case Not(part):
            yield f"{text(condition)} without not", part
            yield from ((what, Not(inner)) for what, inner in _condition_mutants(part))
        case All(parts) | Any(parts):
            other = Any if isinstance(condition, All) else All
            yield f"{text(condition)} with and for or", other(parts)
            for number, part in enumerate(parts):
                for what, inner in _condition_mutants(part):
                    yield what, type(condition)((*parts[:number], inner, *parts[number + 1 :]))
        case _:
            yield f"{text(condition)} negated", Not(condition)


def _span_mutants(span: Span) -> Iterator[tuple[str, Span]]:
    for move in (-DAY, DAY):
        if span.start:
            yield f"starts {move.days:+} day", replace(span, start=span.start + move)
        if span.end:
            yield f"ends {move.days:+} day", replace(span, end=span.end + move)


def _deadline_mutants(deadline: Deadline) -> Iterator[tuple[str, Deadline]]:
    if deadline.on:
        yield "a day later", replace(deadline, on=deadline.on + DAY)
    for number, reading in enumerate(deadline.readings):
        for what, changed in _reading_mutants(reading):
            readings = (*deadline.readings[:number], changed, *deadline.readings[number + 1 :])
            yield f"{reading.id} {what}", replace(deadline, readings=readings)


def _reading_mutants(reading: Reading) -> Iterator[tuple[str, Reading]]:
    for what, when in _condition_mutants(reading.when):
        yield what, replace(reading, when=when)
    if reading.days is None:
        return
    yield "a day longer", replace(reading, days=reading.days + 1)
    if reading.days:
        yield "a day shorter", replace(reading, days=reading.days - 1)
        other = Unit.CALENDAR_DAY if reading.unit is Unit.WORKING_DAY else Unit.WORKING_DAY
        yield f"in {other}s", replace(reading, unit=other)
