"""Every name that a rulebook uses must exist: checked once, when it is loaded."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from apps.rules.conditions import Condition, In, Is, Named, leaves
from apps.rules.errors import nearest
from apps.rules.model import Rulebook, Step
from apps.rules.questions import Question, Unit
from apps.rules.tables import Table

Problem = tuple[str, str, str]  # the table, the field, and what is wrong with it


def check(rulebook: Rulebook, files: Mapping[str, Path]) -> None:
    """Raise RulebookError for the first name that does not exist or may not stand where it stands.

    `files` names the file of each section, for the message.
    """
    for table, key, problem in _problems(rulebook):
        raise Table(files[table.partition(".")[0]], table, {}).error(problem, key)


# Whoever reads the problems stops at the first: what follows a check may rely on it.
def _problems(rulebook: Rulebook) -> Iterator[Problem]:
    for question in rulebook.questions.values():
        yield from _in_question(rulebook, question)
    for id, group in rulebook.groups.items():
        yield from _unknown(f"groups.{id}", "question", [group.question], rulebook.questions, "question")
        options = rulebook.questions[group.question].options
        yield from _unknown(f"groups.{id}", "options", sorted(group.options), options, "option")
    for id, definition in rulebook.definitions.items():
        if id in rulebook.questions:
            yield f"conditions.{id}", "", "a question has this name too; give the condition another one"
        yield from _in_condition(rulebook, f"conditions.{id}", "when", definition.when)
    for id in rulebook.definitions:
        yield from _circle(rulebook, id, ())
    for step in rulebook.steps.values():
        yield from _in_step(rulebook, step)
    settled: set[str] = set()
    for id in rulebook.steps:
        yield from _order_circle(rulebook, id, (), settled)
    for id, limit in rulebook.screens.items():
        yield from _in_condition(rulebook, f"screens.{id}", "when", limit.when)
    for id, exclusive in rulebook.exclusive.items():
        own = [step.id for step in rulebook.steps.values() if step.exclusive_group == id]
        yield from _unknown(f"exclusive.{id}", "asks", exclusive.asks, own, "step of this group")


def _unknown(table: str, key: str, names: Iterable[str], known: Iterable[str], what: str) -> Iterator[Problem]:
    known = list(known)
    for name in names:
        if name not in known:
            yield table, key, f"there is no {what} {name!r}. {nearest(name, known)}"


def _in_question(rulebook: Rulebook, question: Question) -> Iterator[Problem]:
    table = f"questions.{question.id}"
    yield from _unknown(table, "exempting", question.exempting, question.options, "option")
    if question.under or question.under_options:
        yield from _in_nested(rulebook, question)
    if question.bands or question.date_from:
        yield from _in_bands(rulebook, question)


def _in_nested(rulebook: Rulebook, question: Question) -> Iterator[Problem]:
    table, earlier = f"questions.{question.id}", list(rulebook.questions)
    earlier = earlier[: earlier.index(question.id)]
    choices = [id for id in earlier if not rulebook.questions[id].is_date]
    yield from _unknown(table, "under", [question.under], choices, "earlier question with options")
    parent = rulebook.questions[question.under]
    yield from _unknown(table, "under_options", question.under_options, parent.options, "option")
    if question.screen != parent.screen:
        yield (
            table,
            "screen",
            f"is {question.screen!r}, but {parent.id!r}, which it stands under, is on {parent.screen!r}",
        )


def _in_bands(rulebook: Rulebook, question: Question) -> Iterator[Problem]:
    table = f"questions.{question.id}"
    yield from _unknown(table, "date_from", [question.date_from], _dates(rulebook), "date question")
    yield from _unknown(table, "bands", [band.option for band in question.bands], question.options, "option")
    if [band.is_rest for band in question.bands] != [False] * (len(question.bands) - 1) + [True]:
        yield table, "bands", "the last band must have no `days`, so that every date falls into one, and only it"
    back = [band.days for band in question.bands if band.days is not None]
    until = [band.until for band in question.bands if band.until is not None]
    if back != sorted(set(back)) or until != sorted(set(until)):
        yield table, "bands", "the bands must rise, or a later one is never reached"
    before_exact = [band for number, band in enumerate(question.bands) if any(b.exact for b in question.bands[number:])]
    if any(band.until or band.unit is Unit.WORKING_DAY for band in before_exact):
        yield (
            table,
            "bands",
            "an exact band must stand before those with `until` or working days, which could take its day",
        )


def _dates(rulebook: Rulebook) -> list[str]:
    return [question.id for question in rulebook.questions.values() if question.is_date]


def _in_condition(rulebook: Rulebook, table: str, key: str, condition: Condition) -> Iterator[Problem]:
    choices = [question.id for question in rulebook.choices()]
    for leaf in leaves(condition):
        if isinstance(leaf, Is | In):
            yield from _unknown(table, key, [leaf.question], choices, "question with options")
        match leaf:
            case Is(question, option):
                yield from _unknown(table, key, [option], rulebook.questions[question].options, "option")
            case In(question, group):
                yield from _unknown(table, key, [group], rulebook.groups, "group")
                if (other := rulebook.groups[group].question) != question:
                    yield table, key, f"the group {group!r} belongs to {other!r}, not to {question!r}"
            case Named(id):
                yield from _unknown(table, key, [id], rulebook.definitions, "condition")


def _circle(rulebook: Rulebook, id: str, path: tuple[str, ...]) -> Iterator[Problem]:
    if id in path:
        way = " -> ".join((*path[path.index(id) :], id))
        yield f"conditions.{id}", "when", f"refers to itself ({way}); break the circle"
    for leaf in leaves(rulebook.definitions[id].when):
        if isinstance(leaf, Named):
            yield from _circle(rulebook, leaf.id, (*path, id))


def _order_circle(rulebook: Rulebook, id: str, path: tuple[str, ...], settled: set[str]) -> Iterator[Problem]:
    if id in path:
        way = " -> ".join((*path[path.index(id) :], id))
        yield f"steps.{id}", "before", f"comes before itself ({way}); break the circle"
    for other in rulebook.next_to(id) if id not in settled else ():
        yield from _order_circle(rulebook, other, (*path, id), settled)
    settled.add(id)


def _in_step(rulebook: Rulebook, step: Step) -> Iterator[Problem]:
    table = f"steps.{step.id}"
    yield from _in_condition(rulebook, table, "when", step.when)
    yield from _in_condition(rulebook, table, "unless", step.unless)
    yield from _unknown(table, "sources", step.sources, rulebook.sources, "source")
    for key, names in (("not_with", step.not_with), ("before", step.before), ("needs", step.needs)):
        yield from _unknown(table, key, names, rulebook.steps, "step")
    if group := step.exclusive_group:
        yield from _unknown(table, "exclusive_group", [group], rulebook.exclusive, "table [exclusive.NAME]")
    if step.deadline and step.deadline.anchor:
        anchor = step.deadline.anchor
        yield from _unknown(f"{table}.deadline", "anchor", [anchor], _dates(rulebook), "date question")
    for reading in step.readings:
        inner = f"{table}.deadline.readings.{reading.id}"
        yield from _in_condition(rulebook, inner, "when", reading.when)
        yield from _unknown(inner, "sources", reading.sources, rulebook.sources, "source")
