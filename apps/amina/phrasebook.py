"""The texts of the self-check in one language for a whole page, never mixed."""

from dataclasses import dataclass
from typing import Any

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

    def text(self, key: str) -> str:
        return self.texts.get(key) or ""


def phrasebook_in(language: str) -> Phrasebook:
    """Return the phrases in this language if not one is missing, otherwise all of them in Russian."""
    found: Phrasebook = kept.of(f"phrasebook.{language}", lambda: _read(language))
    return found


def _read(language: str) -> Phrasebook:
    own, original = f"text_{languages.written(language)}", f"text_{languages.ORIGINAL}"
    claims = TranslationState.objects.beside("phrase", languages.written(language))
    rows = list(Phrase.objects.annotate(claims=claims).values("key", "hashes", "claims", own, original))
    translated = {row["key"]: languages.in_script(row[own], language) for row in rows if row[own]}
    if all(key in translated for key in keys.required(current.rulebook())):
        return Phrasebook(language, translated, _warning(languages.written(language), rows), _doubted(rows, own))
    russian = {row["key"]: row[original] for row in rows}
    return Phrasebook(languages.ORIGINAL, russian, recheck=_doubted(rows, original))


def _warning(language: str, rows: list[dict[str, Any]]) -> str:
    warnings = {states.warning(row["hashes"], language, states.read_claims(row["claims"])) for row in rows}
    return max(warnings, key=states.WARNINGS.index, default="")


def _doubted(rows: list[dict[str, Any]], own: str) -> frozenset[str]:
    """The steps that somebody checks again, and those whose text contradicts the day that would stand beside it."""
    original = f"text_{languages.ORIGINAL}"
    unlike = {row["key"].split(".")[1] for row in rows if figures.differing(row["key"], row[own] or "", row[original])}
    return frozenset(unlike | set(ReCheck.objects.filter(lifted_at=None).values_list("step", flat=True)))
