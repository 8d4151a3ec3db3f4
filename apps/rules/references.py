"""Every name that a rulebook uses must exist: checked once, when it is loaded."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from apps.rules.conditions import Condition, Constant, In, Is, Named, leaves
from apps.rules.errors import nearest
from apps.rules.model import Deadline, Question, Rulebook
from apps.rules.tables import Table


def check(rulebook: Rulebook, sections: dict[str, Table]) -> None:
    """Raise RulebookError for the first name that does not exist or may not stand where it stands."""
    references = _References(rulebook, sections)
    references.questions()
    references.groups()
    references.definitions()
    references.steps()
    references.sources()


@dataclass(frozen=True)
class _References:
    rulebook: Rulebook
    sections: dict[str, Table]

    def table(self, section: str, id: str, *inner: str) -> Table:
        found = self.sections[section]
        for key in (id, *inner):
            values: dict[str, Any] = found.values[key]
            found = replace(found, name=f"{found.name}.{key}", values=values)
        return found

    def known(self, table: Table, key: str, name: str, known: Iterable[str], what: str) -> None:
        known = list(known)
        if name not in known:
            raise table.error(f"there is no {what} {name!r}. {nearest(name, known)}", key)

    def date_question(self, table: Table, key: str, name: str) -> None:
        dates = [question.id for question in self.rulebook.questions.values() if question.is_date]
        self.known(table, key, name, dates, "date question")

    def questions(self) -> None:
        for question in self.rulebook.questions.values():
            table = self.table("questions", question.id)
            for option in question.exempting:
                self.known(table, "exempting", option, question.options, "option")
            if question.bands or question.date_from:
                self.bands(table, question)

    def bands(self, table: Table, question: Question) -> None:
        self.date_question(table, "date_from", question.date_from)
        for band in question.bands:
            self.known(table, "bands", band.option, question.options, "option")
        days = [band.days for band in question.bands]
        if not days or days[-1] is not None or None in days[:-1]:
            raise table.error(
                "the last band must have no `days`, so that every date falls into one, and only it", "bands"
            )
        if days[:-1] != sorted(days[:-1], key=lambda number: number or 0):
            raise table.error("the bands must rise, or a later one is never reached", "bands")

    def groups(self) -> None:
        for id, (name, options) in self.rulebook.groups.items():
            table = self.table("groups", id)
            self.known(table, "question", name, self.rulebook.questions, "question")
            for option in sorted(options):
                self.known(table, "options", option, self.rulebook.questions[name].options, "option")

    def definitions(self) -> None:
        for id, definition in self.rulebook.definitions.items():
            table = self.table("conditions", id)
            if id in self.rulebook.questions:
                raise table.error("a question has this name too; give the condition another one")
            self.condition(table, "when", definition.when)
        for id in self.rulebook.definitions:
            self.circle(id, ())

    def circle(self, id: str, path: tuple[str, ...]) -> None:
        if id in path:
            way = " -> ".join((*path[path.index(id) :], id))
            raise self.table("conditions", id).error(f"refers to itself ({way}); break the circle", "when")
        for leaf in leaves(self.rulebook.definitions[id].when):
            if isinstance(leaf, Named):
                self.circle(leaf.id, (*path, id))

    def condition(self, table: Table, key: str, condition: Condition) -> None:
        for leaf in leaves(condition):
            match leaf:
                case Is(question, option):
                    self.leaf_question(table, key, question)
                    self.known(table, key, option, self.rulebook.questions[question].options, "option")
                case In(question, group):
                    self.leaf_question(table, key, question)
                    self.known(table, key, group, self.rulebook.groups, "group")
                    if (other := self.rulebook.groups[group][0]) != question:
                        raise table.error(f"the group {group!r} belongs to {other!r}, not to {question!r}", key)
                case Named(id):
                    self.known(table, key, id, self.rulebook.definitions, "condition")
                case Constant():
                    pass

    def leaf_question(self, table: Table, key: str, name: str) -> None:
        self.known(table, key, name, [question.id for question in self.rulebook.choices()], "question with options")

    def steps(self) -> None:
        for id, step in self.rulebook.steps.items():
            table = self.table("steps", id)
            self.condition(table, "when", step.when)
            self.condition(table, "unless", step.unless)
            if step.group:
                self.known(table, "group", step.group, self.rulebook.exclusive, "table [exclusive.NAME]")
            if step.deadline:
                self.deadline(id, step.deadline)

    def deadline(self, id: str, deadline: Deadline) -> None:
        if deadline.anchor:
            self.date_question(self.table("steps", id, "deadline"), "anchor", deadline.anchor)
        for reading in deadline.readings:
            self.condition(self.table("steps", id, "deadline", "readings", reading.id), "when", reading.when)

    def sources(self) -> None:
        for step in self.rulebook.steps.values():
            table = self.table("steps", step.id)
            if not step.sources and step.certainty != "no-public-answer":
                raise table.error("every rule needs a source; only 'no-public-answer' may have none", "sources")
            for source in step.sources:
                self.known(table, "sources", source, self.rulebook.sources, "source")
            for reading in step.deadline.readings if step.deadline else ():
                for source in reading.sources:
                    inner = self.table("steps", step.id, "deadline", "readings", reading.id)
                    self.known(inner, "sources", source, self.rulebook.sources, "source")
