"""The texts of the self-check in one language for a whole page, never mixed."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Concat

from apps.amina import current, figures, keys
from apps.amina.models import Phrase, ReCheck
from apps.translations import kept, languages, states
from apps.translations.models import TranslationState


@dataclass(frozen=True)
class Phrasebook:
    language: str
    texts: dict[str, str]
    warning: str = ""  # what to tell the reader of the translation, the worst of all its texts
    recheck: frozenset[str] = frozenset()  # the steps whose day nobody may rely on now
    russian: dict[str, str] = field(default_factory=dict)  # the titles of the steps, to show to an official
    available: tuple[str, ...] = ()  # the languages in which not one is missing

    def text(self, key: str) -> str:
        return self.texts.get(key) or ""


# Whether a phrase is the title of a step that somebody checks again.
_RECHECKED = Exists(
    ReCheck.objects.filter(lifted_at=None)
    .annotate(title=Concat(Value("steps."), "step", Value(".title")))
    .filter(title=OuterRef("key"))
)


def phrasebook_in(language: str) -> Phrasebook:
    """Return the phrases in this language if not one is missing, otherwise all of them in Russian."""
    found: Phrasebook = kept.of(f"phrasebook.{language}", lambda: _read(language))
    return found


def _read(language: str) -> Phrasebook:
    own, original = f"text_{languages.written(language)}", f"text_{languages.ORIGINAL}"
    claims = TranslationState.objects.beside("phrase", languages.written(language))
    found = Phrase.objects.annotate(claims=claims, rechecked=_RECHECKED)
    rows = list(found.values("key", "hashes", "claims", "rechecked", "languages", "withheld", own, original))
    available = _available(rows)
    shown = [row for row in rows if row[own] and languages.written(language) not in row["withheld"]]
    translated = {row["key"]: languages.in_script(row[own], language) for row in shown}
    if all(key in translated for key in keys.required(current.rulebook())):
        warning = _warning(languages.written(language), rows)
        return Phrasebook(language, translated, warning, _doubted(rows, own), _titles(rows), available)
    russian = {row["key"]: row[original] for row in rows}
    return Phrasebook(languages.ORIGINAL, russian, recheck=_doubted(rows, original), available=available)


def _available(rows: list[dict[str, Any]]) -> tuple[str, ...]:
    told = {row["key"]: row["languages"] for row in rows}
    needed = [told.get(key, []) for key in keys.required(current.rulebook())]
    return tuple(code for code in languages.CODES if all(code in codes for codes in needed))


def _titles(rows: list[dict[str, Any]]) -> dict[str, str]:
    texts = {row["key"]: row[f"text_{languages.ORIGINAL}"] for row in rows}
    return {key: text for key, text in texts.items() if key.startswith("steps.") and key.endswith(".title")}


def _warning(language: str, rows: list[dict[str, Any]]) -> str:
    warnings = {states.warning(row["hashes"], language, states.read_claims(row["claims"])) for row in rows}
    return max(warnings, key=states.WARNINGS.index, default="")


def _doubted(rows: list[dict[str, Any]], own: str) -> frozenset[str]:
    """The steps that somebody checks again, and those whose text contradicts the day that would stand beside it."""
    original = f"text_{languages.ORIGINAL}"
    return frozenset(
        row["key"].split(".")[1]
        for row in rows
        if row["rechecked"] or figures.differing(row["key"], row[own] or "", row[original])
    )
