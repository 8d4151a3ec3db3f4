"""A text about a deadline says the figure that its rule computes, and no other, in any language."""

import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from apps.amina import current
from apps.rules import Step

ORIGINAL = "ru"
GROUPED = re.compile(r"(?<=\d)[\s,](?=\d{3}(?!\d))")
NUMBERS = {"один": 1, "одного": 1, "два": 2, "двух": 2, "три": 3, "трёх": 3, "трех": 3, "четыре": 4, "четырёх": 4}
NUMBERS |= {"пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "десять": 10, "десяти": 10}
# In Russian: 3 рабочих дня, трёх дней, в течение 30 календарных дней.
TERM = re.compile(rf"(\d+|\b(?:{'|'.join(NUMBERS)}))(?:\s+(?:рабоч|календарн)\w+)?\s+(?:дн|день|сут)", re.IGNORECASE)
DIFFERS = _(
    "%(figures)s: the rule of this deadline says something else. Has the law changed? Put the deadline under re-check."
)
READ_BEFORE_THE_DAY = ("title", "short_answer")  # of an entry: what stands for the whole of it


def check(thing: Any, column: str, text: str) -> None:
    """Refuse a text that contradicts the day computed beside it."""
    name, _sep, language = column.rpartition("_")
    russian = text if language == ORIGINAL else getattr(thing, f"{name}_{ORIGINAL}") or ""
    if found := _differing(thing, name, text, russian):
        told = {"figures": ", ".join(dict.fromkeys(found))}
        raise ValidationError(DIFFERS % told)


def of(text: str) -> list[str]:
    """Return the figures of a text, whatever signs they are written with.

    >>> of("До 30 ноября 2025 года, 10 000 ₽")
    ['30', '2025', '10000']
    """
    return [str(int(found)) for found in re.findall(r"\d+", GROUPED.sub("", text))]


def terms(russian: str) -> list[str]:
    """Return how many days a Russian text gives, each time that it gives some.

    >>> terms("В течение трёх рабочих дней, дом 5, или 30 календарных дней")
    ['3', '30']
    """
    return [str(NUMBERS.get(found.casefold(), found)) for found in TERM.findall(russian)]


def differing(key: str, text: str, russian: str) -> list[str]:
    """Return the figures in which a text of the self-check differs from its rule."""
    _steps, id, part = (*key.split(".", 2), "", "")[:3]
    step = current.rulebook().steps.get(id) if key.startswith("steps.") else None
    if step is None or step.deadline is None:
        return []
    if part in ("title", "body"):
        return _beside([step], text, russian)
    if part == "deadline":
        return _among(of(text) + terms(russian), _terms(step))
    days = next((reading.days for reading in step.readings if part == f"readings.{reading.id}"), None)
    return _unlike(of(text), [str(days)]) if days else []


def _differing(thing: Any, name: str, text: str, russian: str) -> list[str]:
    kind, steps = thing._meta.model_name, current.rulebook().steps
    if kind == "phrase":
        return differing(thing.key, text, russian)
    if kind != "entry" or name not in READ_BEFORE_THE_DAY:
        return []
    return _beside([steps[id] for id in thing.steps if id in steps and steps[id].deadline], text, russian)


def _beside(steps: list[Step], text: str, russian: str) -> list[str]:
    """What is said in days beside computed days: in Russian the terms, in a translation no figure but the Russian's."""
    if not steps:
        return []
    return _among(terms(russian), set().union(*map(_terms, steps))) or _among(of(text), {*of(russian), *terms(russian)})


def _terms(step: Step) -> set[str]:
    """The terms of a step, its fixed day, and the figures of its own name, such as the 18 of turning_18."""
    found = {str(reading.days) for reading in step.readings if reading.days} | set(re.findall(r"\d+", step.id))
    if step.deadline and (last := step.deadline.on):
        found |= {str(last.day), str(last.year)}
        found |= {str((last - step.in_force.start).days)} if step.in_force.start else set()
    return found


def _among(said: Iterable[str], known: set[str]) -> list[str]:
    return [figure for figure in said if figure not in known]


def _unlike(said: list[str], wanted: list[str]) -> list[str]:
    return [*_among(said, set(wanted)), *_among(wanted, set(said))]
