"""The words of the self-check in one language for a whole page, never mixed."""

from dataclasses import dataclass

from apps.guide import languages
from apps.selfcheck import amina, keys
from apps.selfcheck.models import Phrase


@dataclass(frozen=True)
class Words:
    language: str
    texts: dict[str, str]

    def text(self, key: str) -> str:
        return self.texts.get(key) or ""


def words_in(language: str) -> Words:
    """Return the words in this language if not one is missing, otherwise all of them in Russian."""
    own, source = f"text_{languages.written(language)}", f"text_{languages.SOURCE}"
    rows = list(Phrase.objects.values("key", own, source))
    translated = {row["key"]: languages.in_script(row[own], language) for row in rows if row[own]}
    if all(key in translated for key in keys.required(amina.rulebook())):
        return Words(language, translated)
    return Words(languages.SOURCE, {row["key"]: row[source] for row in rows})
