"""Accepted questions as pages show them: an editor's words, and where the answer is."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from apps.asking.models import PublicQuestion
from apps.guide.models import Entry
from apps.translations import languages
from apps.translations.worded import InLanguage

MOST = 100


@dataclass(frozen=True)
class Shown:
    code: str
    text: str
    language: str
    entry: InLanguage | None


def shown(question: PublicQuestion, language: str) -> Shown:
    entry = question.entry if question.entry and question.entry.published else None
    same = languages.written(language) == languages.written(question.language)
    text = languages.in_script(question.text, language) if same else question.text
    worded = InLanguage(entry, language) if entry else None
    return Shown(question.code, text, language if same else question.language, worded)


def public(language: str) -> dict[str, Any]:
    """The newest questions in the language of the page, those without an answer apart."""
    own = Q(language=language) | Q(language=languages.written(language))
    found = PublicQuestion.objects.filter(own | Q(language__in=_scripts_of(language)))[:MOST]
    entries = {entry.pk: entry for entry in _entries(found, language)}
    listed = []
    for question in found:
        question.entry = entries.get(question.entry_id) if question.entry_id else None
        listed.append(shown(question, language))
    return {"open": [one for one in listed if not one.entry], "answered": [one for one in listed if one.entry]}


def _scripts_of(language: str) -> list[str]:
    return [code for code, (written, _) in languages.SCRIPTS.items() if written == language]


def _entries(found: Any, language: str) -> Any:
    ids = [question.entry_id for question in found if question.entry_id]
    return Entry.objects.published().titled_in(language).filter(pk__in=ids)
