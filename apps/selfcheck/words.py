"""The words of the self-check in one language for a whole page, never mixed."""

from dataclasses import dataclass
from typing import Any

from apps.guide import languages, states
from apps.guide.models import TranslationState
from apps.selfcheck import amina, keys
from apps.selfcheck.models import Phrase


@dataclass(frozen=True)
class Words:
    language: str
    texts: dict[str, str]
    warning: str = ""  # what to tell the reader of the translation, the worst of all its texts

    def text(self, key: str) -> str:
        return self.texts.get(key) or ""


def words_in(language: str) -> Words:
    """Return the words in this language if not one is missing, otherwise all of them in Russian."""
    own, source = f"text_{languages.written(language)}", f"text_{languages.SOURCE}"
    claims = TranslationState.objects.beside("phrase", languages.written(language))
    rows = list(Phrase.objects.annotate(claims=claims).values("key", "hashes", "claims", own, source))
    translated = {row["key"]: languages.in_script(row[own], language) for row in rows if row[own]}
    if all(key in translated for key in keys.required(amina.rulebook())):
        return Words(language, translated, _warning(languages.written(language), rows))
    return Words(languages.SOURCE, {row["key"]: row[source] for row in rows})


def _warning(language: str, rows: list[dict[str, Any]]) -> str:
    warnings = {states.warning(row["hashes"], language, states.read_claims(row["claims"])) for row in rows}
    return max(warnings, key=states.WARNINGS.index, default="")
