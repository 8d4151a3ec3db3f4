"""How we decide: every rule as a page shows it, made from the rulebook."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from apps.guide.models import Entry, Source
from apps.guide.worded import Words as Worded
from apps.rules import Certainty, Step
from apps.rules.authoring.bullets import Bullet, Wording
from apps.rules.conditions import ALWAYS, NEVER, Constant, In
from apps.rules.epochs import stretches
from apps.rules.model import Reading, Span
from apps.selfcheck import amina, examples, results
from apps.selfcheck.words import Words

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


def index(words: Words) -> dict[str, Any]:
    steps = list(amina.rulebook().steps.values())
    named = [(VERDICTS, [step for step in steps if step.group])]
    named += [
        (title, [step for step in steps if step.timing == timing and not step.group])
        for timing, title in results.SECTIONS.items()
    ]
    sections = [(title, [(step, words.text(f"steps.{step.id}.title")) for step in found]) for title, found in named]
    return {"words": words, "sections": [section for section in sections if section[1]], "count": len(steps)}


def rule(step: Step, words: Words) -> dict[str, Any]:
    wording = wording_in(words)
    when, unless = wording.bullet(step.when), wording.bullet(step.unless)
    covered, not_covered = examples.of(step, words)
    found = [Worded(source, words.language) for source in Source.objects.in_language(words.language)]
    sources = {source.thing.code: source for source in found}
    return {
        "words": words,
        "step": step,
        "title": words.text(f"steps.{step.id}.title"),
        "body": words.text(f"steps.{step.id}.body"),
        "kind": words.text(f"rules.kinds.{step.kind}"),
        "labels": {name: words.text(f"rules.{name}") for name in ("when", "unless")},
        "when": when,
        "unless": None if step.unless == NEVER else unless,
        "parts": parts([when, unless], wording),
        "stretches": [span for span, epoch in stretches(amina.rulebook(), step.id)],
        "deadline": words.text(f"steps.{step.id}.deadline"),
        "readings": [_reading(reading, step, wording, sources) for reading in step.readings],
        "disputed": len(step.readings) > 1,
        "differ": step.certainty is Certainty.SOURCES_DIFFER,
        "covered": covered,
        "not_covered": not_covered,
        "sources": [sources[code] for code in step.sources if code in sources],
        "entry": _entry(step, words.language),
    }


def wording_in(words: Words) -> Wording:
    # A text that an editor has not loaded yet is empty, and never a broken page.
    return Wording(amina.rulebook(), defaultdict(str, words.texts))


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
    rulebook, id = amina.rulebook(), key.partition(".")[2]
    if key.startswith("groups."):
        group = rulebook.groups[id]
        return Part(key, wording.leaf(In(group.question, id)), None, wording.options(group), None, "")
    definition = rulebook.definitions[id]
    limited = definition.otherwise is not None
    otherwise = wording.leaf(definition.otherwise) if isinstance(definition.otherwise, Constant) else ""
    bullet = None if limited and definition.when == ALWAYS else wording.bullet(definition.when)
    return Part(key, wording.words[key], bullet, [], definition.in_force if limited else None, otherwise)


def _reading(reading: Reading, step: Step, wording: Wording, sources: dict[str, Worded]) -> dict[str, Any]:
    return {
        "text": wording.words[f"steps.{step.id}.readings.{reading.id}"],
        "whom": None if reading.when == ALWAYS else wording.bullet(reading.when).text,
        "sources": [sources[code] for code in reading.sources if code in sources],
    }


def _entry(step: Step, language: str) -> Worded | None:
    entries = Entry.objects.published().titled_in(language)
    return next((Worded(entry, language) for entry in entries if step.id in entry.steps), None)
