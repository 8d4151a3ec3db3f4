"""Random small rulebooks, and the slow truth about them: every completion of the answers, one by one."""

import os
from collections.abc import Iterator
from datetime import date
from itertools import product
from types import MappingProxyType

from hypothesis import settings
from hypothesis import strategies as st

from apps.rules.conditions import ALWAYS, NEVER, All, Any, Condition, In, Is, Named, Not
from apps.rules.model import Definition, Rulebook, Source, Step
from apps.rules.questions import OptionGroup, Question
from apps.rules.scales import Certainty, Kind

# `make prove` asks for 10,000 rulebooks a property.
RANDOM_RUNS = settings(max_examples=int(os.environ.get("RANDOM_RULEBOOKS", "50")), deadline=None)
DAY = date(2026, 11, 23)
QUESTIONS = {
    "a": Question("a", "one", ("a0", "a1", "a2"), "a"),
    "b": Question("b", "yes_no", ("yes", "no"), "b"),
    "c": Question("c", "one", ("c0", "c1", "c2"), "c"),
    "d": Question("d", "yes_no", ("yes", "no"), "d"),
}
GROUPS = {
    "some_a": OptionGroup("some_a", "a", frozenset(["a0", "a2"])),
    "some_c": OptionGroup("some_c", "c", frozenset(["c1"])),
}
FULL = [dict(zip(QUESTIONS, row, strict=True)) for row in product(*(q.options for q in QUESTIONS.values()))]

plain_leaves: st.SearchStrategy[Condition] = st.one_of(
    [st.just(Is(question.id, option)) for question in QUESTIONS.values() for option in question.options]
    + [st.just(In(group.question, group.id)) for group in GROUPS.values()]
    + [st.just(ALWAYS), st.just(NEVER)]
)


def conditions(leaves: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    def parts(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[tuple[Condition, ...]]:
        return st.lists(inner, min_size=2, max_size=3).map(tuple)

    return st.recursive(
        leaves, lambda inner: inner.map(Not) | parts(inner).map(All) | parts(inner).map(Any), max_leaves=7
    )


def step(id: str, when: Condition, unless: Condition, goal: int) -> Step:
    return Step(
        id=id,
        kind=Kind.MUST,
        goal=goal,
        when=when,
        unless=unless,
        certainty=Certainty.OFFICIAL,
        sources=("S",),
        checked_on=DAY,
        recheck_days=30,
    )


with_name: st.SearchStrategy[Condition] = st.one_of(plain_leaves, st.just(Named("named")))


def rulebook_of(when: Condition, unless: Condition, named: Condition) -> Rulebook:
    return _rulebook({"s0": step("s0", when, unless, 1)}, named)


@st.composite
def rulebooks(draw: st.DrawFn) -> Rulebook:
    any_condition = conditions(with_name)
    parts = draw(st.lists(st.tuples(any_condition, any_condition, st.integers(1, 2)), min_size=1, max_size=3))
    steps = {f"s{number}": step(f"s{number}", *part) for number, part in enumerate(parts)}
    return _rulebook(steps, draw(conditions(plain_leaves)))


def _rulebook(steps: dict[str, Step], named: Condition) -> Rulebook:
    return Rulebook(
        name="random",
        time_zone="UTC",
        questions=MappingProxyType(QUESTIONS),
        groups=MappingProxyType(GROUPS),
        definitions=MappingProxyType({"named": Definition("named", named)}),
        steps=MappingProxyType(steps),
        exclusive=MappingProxyType({}),
        sources=MappingProxyType({"S": Source("S", "Somebody", "2026")}),
    )


@st.composite
def partial_answers(draw: st.DrawFn) -> dict[str, list[str]]:
    asked = draw(st.sets(st.sampled_from(sorted(QUESTIONS))))
    return {id: sorted(draw(st.sets(st.sampled_from(QUESTIONS[id].options), min_size=1))) for id in sorted(asked)}


def completions(answers: dict[str, list[str]]) -> Iterator[dict[str, str]]:
    return (full for full in FULL if all(full[id] in options for id, options in answers.items()))


def holds(rulebook: Rulebook, condition: Condition, full: dict[str, str]) -> bool:
    match condition:
        case Is(question, option):
            return full[question] == option
        case In(question, group):
            return full[question] in rulebook.groups[group].options
        case Named(id):
            return holds(rulebook, rulebook.definitions[id].when, full)
        case Not(part):
            return not holds(rulebook, part, full)
        case All(parts):
            return all(holds(rulebook, part, full) for part in parts)
        case Any(parts):
            return any(holds(rulebook, part, full) for part in parts)
    return condition == ALWAYS


def applies(rulebook: Rulebook, step: Step, full: dict[str, str]) -> bool:
    return holds(rulebook, step.when, full) and not holds(rulebook, step.unless, full)
