"""The keys under which a phrase file says a rulebook in a language. The library itself knows no words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from apps.rules.errors import Failure, RulebookError
from apps.rules.model import Rulebook, Step
from apps.rules.questions import Question
from apps.rules.scales import Certainty, Kind
from apps.rules.tables import read_toml

JOINTS = ("all", "any", "not", "always", "never", "yes", "no")
LABELS = ("when", "unless", "otherwise", "in_force", "from", "through", "no_limit")
HEADINGS = ("deadline", "sources", "checked_on", "steps", "conditions", "groups")


def required(rulebook: Rulebook) -> list[str]:
    """Return every key without which some part of the rulebook could not be said to a reader."""
    screens = [f"screens.{screen}.title" for screen in shared_screens(rulebook)]
    questions = [key for question in rulebook.questions.values() for key in _of_question(question)]
    steps = [key for step in rulebook.steps.values() for key in _of_step(step)]
    parts = [f"conditions.{id}" for id in rulebook.definitions] + [f"groups.{id}" for id in rulebook.groups]
    rules = [f"rules.{name}" for name in (*JOINTS, *LABELS, *HEADINGS)]
    rules += [f"rules.kinds.{kind}" for kind in Kind] + [f"rules.certainty.{certainty}" for certainty in Certainty]
    return screens + questions + steps + parts + rules


def shared_screens(rulebook: Rulebook) -> list[str]:
    """Return the screens that need a title of their own because no question on them carries their name."""
    return list(dict.fromkeys(q.screen for q in rulebook.questions.values() if q.screen not in rulebook.questions))


def read_phrases(file: Path) -> dict[str, str]:
    """Return the texts of a TOML file by their dotted keys. Raises RulebookError that names what is wrong."""
    return dict(_flat(read_toml(file), ""))


def complete(rulebook: Rulebook, folder: Path, language: str) -> dict[str, str]:
    """Return the phrases of a language in a folder, or of a file. Raises RulebookError if any are missing."""
    file = folder if folder.is_file() else folder / f"{language}.toml"
    if not file.is_file():
        known = ", ".join(sorted(file.stem for file in folder.glob("*.toml"))) or "none"
        raise RulebookError(f"{file}: there is no such phrase file. Known languages: {known}.")
    for failure in _missing(rulebook, file):
        raise RulebookError(f"{failure.message}.")
    return read_phrases(file)


def unworded(rulebook: Rulebook, folder: Path) -> Iterator[Failure]:
    """Yield every id of the rulebook that lacks its phrase in a language of the folder."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise RulebookError(f"{folder}: there are no phrase files in this folder.")
    for file in files:
        yield from _missing(rulebook, file)


def _missing(rulebook: Rulebook, file: Path) -> Iterator[Failure]:
    phrases = read_phrases(file)
    for key in required(rulebook):
        if not phrases.get(key):
            yield Failure("phrases", f"{file.name}: {key} is missing")


def _flat(table: dict[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)


def _of_question(question: Question) -> Iterator[str]:
    yield f"questions.{question.id}.title"
    yield f"questions.{question.id}.label"
    if question.kind == "one":
        yield from (f"questions.{question.id}.options.{option}" for option in question.options)


def _of_step(step: Step) -> Iterator[str]:
    yield f"steps.{step.id}.title"
    yield f"steps.{step.id}.body"
    if step.deadline:
        yield f"steps.{step.id}.deadline"
        yield from (f"steps.{step.id}.readings.{reading.id}" for reading in step.readings)
