"""Mutation of a rulebook: is there an example person for every word of it?

Each leaf is negated, each `and` becomes `or` and back, each exception is dropped, each boundary and term moves by
a day, each unit changes (DeMillo, Lipton and Sayward 1978). A mutant that no person notices shows a rule, or a part
of one, that the examples do not test.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any as Anything

from apps.rules.bundles import bundle
from apps.rules.conditions import NEVER, All, Any, In, Is, Named, Not, text
from apps.rules.model import Deadline, Definition, Reading, Rulebook, Span, Step
from apps.rules.questions import Band, Question, Unit
from apps.rules.saying.people import Person, differences

DAY = timedelta(days=1)
MUTABLE = {
    Definition: ("when", "in_force"),
    Question: ("bands",),
    Band: ("days", "until", "unit"),
    Step: ("when", "unless", "in_force", "deadline"),
    Deadline: ("on", "readings"),
    Reading: ("when", "days", "unit"),
    Span: ("start", "end"),
}


@dataclass(frozen=True)
class Mutant:
    """A rulebook with one small change, and what the change is."""

    what: str
    rulebook: Rulebook


def parts(rulebook: Rulebook) -> list[str]:
    """Return the names of all that can be mutated: questions.ID where a date answers it, conditions.ID and steps.ID."""
    names = [f"questions.{question.id}" for question in rulebook.banded]
    return names + [f"conditions.{id}" for id in rulebook.definitions] + [f"steps.{id}" for id in rulebook.steps]


def mutants(rulebook: Rulebook, only: Iterable[str] = ()) -> Iterator[Mutant]:
    """Yield every mutant whose meaning differs from the rulebook's; with `only`, those of some parts."""
    meaning = bundle(rulebook)["version"]
    for mutant in mutated(rulebook, only):
        if bundle(mutant.rulebook)["version"] != meaning:
            yield mutant


def unnoticed(rulebook: Rulebook, people: Iterable[Person], only: Iterable[str] = ()) -> tuple[int, list[str]]:
    """Return how many mutants there are, and those that change nothing for any person."""
    people, missed, count, meaning = list(people), [], 0, bundle(rulebook)["version"]
    for mutant in mutated(rulebook, only):
        noticed = next((person for person in people if differences(mutant.rulebook, person)), None)
        if noticed is not None:
            # Whoever noticed the last mutant likely notices the next one, which is about the same rule.
            people.remove(noticed)
            people.insert(0, noticed)
        elif bundle(mutant.rulebook)["version"] == meaning:
            continue  # said otherwise, meant the same: nobody can notice
        else:
            missed.append(mutant.what)
        count += 1
    return count, missed


def mutated(rulebook: Rulebook, only: Iterable[str] = ()) -> Iterator[Mutant]:
    """Yield every small change of the rulebook, whether it means something else or not; with `only`, of some parts."""
    for name in only or parts(rulebook):
        section, _, id = name.partition(".")
        field = {"conditions": "definitions"}.get(section, section)
        together = getattr(rulebook, field)
        for what, part in _variants(together[id]):
            changed: dict[str, Anything] = {field: MappingProxyType({**together, id: part})}
            yield Mutant(f"{name} {what}", replace(rulebook, like=rulebook, **changed))


def _variants(part: Anything) -> Iterator[tuple[str, Anything]]:
    """Yield every small change of a part of a rulebook: what it is, and the part with it."""
    match part:
        case Is() | In() | Named():
            yield f"{text(part)} negated", Not(part)
        case Not(inner):
            yield f"{text(part)} without not", inner
            yield from ((what, Not(variant)) for what, variant in _variants(inner))
        case All(parts) | Any(parts):
            yield f"{text(part)} with and for or", (Any if isinstance(part, All) else All)(parts)
            yield from ((what, type(part)(variant)) for what, variant in _variants(parts))
        case tuple():
            for number, item in enumerate(part):
                for what, variant in _variants(item):
                    yield _named(item) + what, (*part[:number], variant, *part[number + 1 :])
        case Unit():
            yield from ((f"counts {other}s", other) for other in Unit if other is not part)
        case date():
            yield from ((f"{days:+} day", part + days * DAY) for days in (-1, 1))
        case int():
            yield from ((f"{part} becomes {days}", days) for days in (part - 1, part + 1) if days >= 0)
        case Step() | Definition() | Deadline() | Reading() | Span() | Question() | Band():
            if isinstance(part, Step) and part.unless != NEVER:
                yield f"exception dropped: {text(part.unless)}", replace(part, unless=NEVER)
            # Without a term it does not matter what is counted, and an exact one counts nothing else.
            termless = isinstance(part, Reading | Band) and (not part.days or getattr(part, "exact", False))
            for name in MUTABLE[type(part)][: -1 if termless else None]:
                yield from ((f"{name}: {w}", replace(part, **{name: c})) for w, c in _variants(getattr(part, name)))


def _named(item: Anything) -> str:
    return f"{item.id} " if isinstance(item, Reading) else f"{item.option} " if isinstance(item, Band) else ""
