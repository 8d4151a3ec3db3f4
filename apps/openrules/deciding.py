"""How we decide: every rule as a page shows it, made from the rulebook."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from apps.amina import current
from apps.amina.phrasebook import Phrasebook
from apps.amina.timings import TIMINGS
from apps.guide import shelf
from apps.guide.citations import Citation
from apps.openrules import examples
from apps.rules import ALWAYS, NEVER, Certainty, In, Reading, Span, Step, stretches
from apps.rules.saying import Bullet, Wording
from apps.translations import kept
from apps.translations.worded import InLanguage

PART = "openrules/includes/part.html"

VERDICTS = _("Whom Amina concerns")


@dataclass(frozen=True)
class Part:
    """A named condition or a group of answers that a rule refers to."""

    key: str
    title: str
    bullet: Bullet | None
    options: list[str]
    in_force: Span | None
    otherwise: str


def index(phrases: Phrasebook) -> dict[str, Any]:
    steps = list(current.rulebook().steps.values())
    named = [(VERDICTS, [step for step in steps if step.exclusive_group])]
    named += [
        (title, [step for step in steps if step.timing == timing and not step.exclusive_group])
        for timing, title in TIMINGS.items()
    ]
    sections = [(title, [(step, phrases.text(f"steps.{step.id}.title")) for step in found]) for title, found in named]
    return {"phrases": phrases, "sections": [section for section in sections if section[1]], "count": len(steps)}


def rule(step: Step, phrases: Phrasebook) -> dict[str, Any]:
    wording = wording_in(phrases)
    when, unless = wording.bullet(step.when), wording.bullet(step.unless)
    covered, not_covered = examples.of(step, phrases)
    sources = _sources(step, phrases.language)
    return {
        "phrases": phrases,
        "step": step,
        "title": phrases.text(f"steps.{step.id}.title"),
        "body": phrases.text(f"steps.{step.id}.body"),
        "kind": phrases.text(f"rules.kinds.{step.kind}"),
        "labels": {name: phrases.text(f"rules.{name}") for name in ("when", "unless")},
        "when": when,
        "unless": None if step.unless == NEVER else unless,
        "parts": [_shown(part, phrases.language) for part in parts([when, unless], wording)],
        "stretches": [span for span, epoch in stretches(current.rulebook(), step.id)],
        "deadline": phrases.text(f"steps.{step.id}.deadline"),
        "readings": [_reading(reading, step, wording, sources) for reading in step.readings],
        "recheck": step.id in phrases.recheck,
        "disputed": len(step.readings) > 1,
        "differ": step.certainty is Certainty.SOURCES_DIFFER,
        "covered": covered,
        "not_covered": not_covered,
        "sources": [sources[code] for code in step.sources if code in sources],
        "entry": _entry(step, phrases.language),
    }


def _sources(step: Step, language: str) -> dict[str, Citation]:
    codes = {*step.sources, *(code for reading in step.readings for code in reading.sources)}
    found = [source.citation for source in shelf.sources(language).values()]
    return {citation.code: citation for citation in found if citation.code in codes}


def wording_in(phrases: Phrasebook) -> Wording:
    # A text that an editor has not loaded yet is empty, and never a broken page.
    return Wording(current.rulebook(), defaultdict(str, phrases.texts))


def parts(bullets: list[Bullet], wording: Wording) -> list[Part]:
    """Every condition and group that the bullets name, and those that these name in turn, each once."""
    found: dict[str, Part] = {}
    waiting = list(_named(bullets))
    for key in waiting:  # grows while it is read
        if key not in found:
            found[key] = _part(key, wording)
            waiting += _named([found[key].bullet])
    return list(found.values())


def _named(bullets: Iterable[Bullet | None]) -> Iterator[str]:
    for bullet in bullets:
        if bullet:
            yield from [bullet.names] if bullet.names else []
            yield from _named(bullet.below)


def _part(key: str, wording: Wording) -> Part:
    rulebook, id = current.rulebook(), key.partition(".")[2]
    if key.startswith("groups."):
        group = rulebook.groups[id]
        return Part(key, wording.leaf(In(group.question, id)), None, wording.options(group), None, "")
    definition = rulebook.definitions[id]
    limited = definition.otherwise is not None
    otherwise = wording.leaf(definition.otherwise) if definition.otherwise is not None else ""
    bullet = None if limited and definition.when == ALWAYS else wording.bullet(definition.when)
    return Part(key, wording.phrases[key], bullet, [], definition.in_force if limited else None, otherwise)


def _shown(part: Part, language: str) -> str:
    """As it stands on the page: what most rules name is not made anew for each of them."""
    return str(kept.of(f"openrules.{language}.{part.key}", lambda: render_to_string(PART, {"part": part})))


def _reading(reading: Reading, step: Step, wording: Wording, sources: dict[str, Citation]) -> dict[str, Any]:
    return {
        "text": wording.phrases[f"steps.{step.id}.readings.{reading.id}"],
        "whom": None if reading.when == ALWAYS else wording.bullet(reading.when).text,
        "sources": [sources[code] for code in reading.sources if code in sources],
    }


def _entry(step: Step, language: str) -> InLanguage | None:
    return next((entry for entry in shelf.titles(language).entries.values() if step.id in entry.thing.steps), None)
