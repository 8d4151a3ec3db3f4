"""The rulebook as a text in a language: every rule with its conditions as bullets, for a lawyer to read and sign."""

import re
from collections.abc import Iterator, Mapping

from apps.rules.conditions import ALWAYS, NEVER, Condition, In
from apps.rules.errors import RulebookError
from apps.rules.model import Definition, Rulebook, Span, Step
from apps.rules.saying.bullets import Wording

HEADING = re.compile(r"^## ([A-Za-z_][A-Za-z0-9_]*)\. .*$", re.MULTILINE)
Stated = tuple[Condition, Condition]


def printout(rulebook: Rulebook, phrases: Mapping[str, str], only: str = "") -> str:
    """Return every rule, condition and group in words; with `only`, the rule of that id alone.

    Raises RulebookError where two parts have the same words.
    """
    wording = Wording(rulebook, phrases)
    wording.read(wording.write(ALWAYS))
    if only:
        return "\n".join(_step(rulebook, rulebook.steps[only], wording))
    lines = [f"# {phrases['rules.steps']}", ""]
    for step in rulebook.steps.values():
        lines += [*_step(rulebook, step, wording), ""]
    lines += [f"# {phrases['rules.conditions']}", ""]
    for definition in rulebook.definitions.values():
        lines += [*_definition(definition, wording), ""]
    return "\n".join([*lines, f"# {phrases['rules.groups']}", "", *_groups(rulebook, wording)])


def read_back(text: str, rulebook: Rulebook, phrases: Mapping[str, str]) -> dict[str, Stated]:
    """Return what a printout states under each heading, as (when, unless); an absent `unless` is never.

    Raises RulebookError that names the heading under which something cannot be read.
    """
    wording, found = Wording(rulebook, phrases), dict[str, Stated]()
    _, *parts = HEADING.split("\n".join(text.splitlines()))
    for id, part in zip(parts[::2], parts[1::2], strict=True):
        try:
            found[id] = _stated(part, wording)
        except ValueError as error:
            raise RulebookError(f"{id}: {error}") from None
    return found


def unlike(text: str, rulebook: Rulebook, phrases: Mapping[str, str]) -> list[str]:
    """Return the ids of the rules and conditions that a printout, perhaps signed earlier, states otherwise."""
    stated = read_back(text, rulebook, phrases)
    own = {step.id: (step.when, step.unless) for step in rulebook.steps.values()}
    own |= {definition.id: (definition.when, NEVER) for definition in rulebook.definitions.values()}
    return [id for id in {**own, **stated} if own.get(id) != stated.get(id)]


def in_force(span: Span, phrases: Mapping[str, str]) -> str:
    """Return since and until when something holds; the last day is named, not the day after it."""
    ends = [phrases["rules.from"].format(day=span.start)] if span.start else []
    ends += [phrases["rules.through"].format(day=span.last)] if span.last else []
    return ", ".join(ends) or phrases["rules.no_limit"]


def _step(rulebook: Rulebook, step: Step, wording: Wording) -> Iterator[str]:
    phrases = wording.phrases
    yield f"## {step.id}. {phrases[f'steps.{step.id}.title']}"
    yield f"{phrases[f'rules.kinds.{step.kind}']}. {phrases[f'rules.certainty.{step.certainty}']}."
    yield f"{phrases['rules.in_force']}: {in_force(step.in_force, phrases)}. {phrases['rules.checked_on']}: {step.checked_on}."
    yield from _bullets("when", step.when, wording)
    if step.unless != NEVER:
        yield from _bullets("unless", step.unless, wording)
    yield from _deadline(step, wording)
    sources = (rulebook.sources[id] for id in step.sources)
    yield f"{phrases['rules.sources']}: {'; '.join(f'{source.publisher}, {source.date}' for source in sources) or '–'}"


def _deadline(step: Step, wording: Wording) -> Iterator[str]:
    if step.deadline is None:
        return
    phrases, key = wording.phrases, f"steps.{step.id}"
    yield f"{phrases['rules.deadline']}: {phrases[f'{key}.deadline']}"
    for reading in step.readings:
        whom = "" if reading.when == ALWAYS else f" ({wording.bullet(reading.when).text})"
        yield f"  * {phrases[f'{key}.readings.{reading.id}']}{whom}"


def _definition(definition: Definition, wording: Wording) -> Iterator[str]:
    phrases = wording.phrases
    yield f"## {definition.id}. {phrases[f'conditions.{definition.id}']}"
    if definition.otherwise is not None:
        otherwise = f"{phrases['rules.otherwise']}: {wording.leaf(definition.otherwise)}"
        yield f"{phrases['rules.in_force']}: {in_force(definition.in_force, phrases)}. {otherwise}."
    yield from _bullets("when", definition.when, wording)


def _groups(rulebook: Rulebook, wording: Wording) -> Iterator[str]:
    for group in rulebook.groups.values():
        yield f"* {wording.leaf(In(group.question, group.id))} = {'; '.join(wording.options(group))}"


def _bullets(label: str, condition: Condition, wording: Wording) -> Iterator[str]:
    yield f"{wording.phrases[f'rules.{label}']}:"
    yield wording.write(condition)


def _stated(part: str, wording: Wording) -> Stated:
    found = []
    for name in ("when", "unless"):
        label = re.escape(wording.phrases[f"rules.{name}"])
        match = re.search(rf"^{label}:((?:\n *- .*)+)", part, re.MULTILINE)
        found.append(wording.read(match[1] if match else "") if match or name == "when" else NEVER)
    return found[0], found[1]
