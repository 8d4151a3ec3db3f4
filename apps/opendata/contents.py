"""What others may build on: the answers, the rules, the cited facts and the changes, as plain data.

docs/open-data.md says what is promised about it; the schemas beside this file say it to machines.
"""

import json
import tomllib
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from apps.amina import current
from apps.guide import pages
from apps.guide.models import Entry, Source
from apps.news import showing
from apps.translations import languages, states
from apps.translations.worded import InLanguage

VERSION = "1.0"
TEXTS = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
LOGIC = {"name": "MIT", "url": "https://opensource.org/license/mit"}
NAMES = ("entries", "rulebook", "facts", "changes")

Data = dict[str, Any]


def written(name: str, licence: dict[str, str], **content: Any) -> str:
    """A file with what is the same in all of them before its content."""
    head = {
        "format": f"amina-guide/{name}",
        "version": VERSION,
        "made_on": current.today().isoformat(),
        "licence": licence,
        "attribution": settings.SITE_ADDRESS,
        "schema": _home(reverse("opendata:schema", args=[name])),
    }
    return json.dumps({**head, **content}, ensure_ascii=False, indent=1, default=str)


def entries(language: str) -> str:
    """Every public answer in one language, or in Russian where it is not there in that one."""
    found = Entry.objects.published().in_language(language).prefetch_related("sources")
    with translation.override(language):
        shown = [_entry(entry, language) for entry in pages.with_claims(found, language).order_by("slug")]
        return written("entries", TEXTS, language=language, entries=shown)


def rulebook() -> str:
    """The rules as they decide, file by file; their words stand in the entries and pages."""
    folder = current.FOLDER
    files = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.toml"))}
    return written("rulebook", LOGIC, files=files)


def facts() -> str:
    """Each cited source with the numbers of those facts that something public rests on."""
    used = {fact for found in Entry.objects.published().values_list("facts", flat=True) for fact in found}
    used |= {fact for step in current.rulebook().steps.values() for fact in step.facts}
    sources = Source.objects.in_language(languages.ORIGINAL).cited().order_by("code").prefetch_related("entries")
    return written("facts", TEXTS, sources=[_source(source, used) for source in sources])


def changes() -> str:
    """What has changed, for whom and what to do, in every language."""
    told: dict[str, Data] = {}
    for code in languages.OWN_NAMES:
        with translation.override(code):
            for news in showing.newest(code):
                _tell(told, news, code)
    return written("changes", TEXTS, changes=list(told.values()))


def _tell(told: dict[str, Data], news: showing.News, code: str) -> None:
    known = {"id": news.id, "entry": news.slug, "day": str(news.day), "new": news.new, "texts": {}}
    told.setdefault(news.id, known)["texts"][code] = {
        "language": news.language,
        "title": news.title,
        "for_whom": news.whom,
        "to_do": news.to_do,
        "address": _home(news.address),
        "own_address": _home(news.page),
    }


def _entry(entry: Any, language: str) -> Data:
    shown, claims = InLanguage(entry, language), states.read_claims(entry.claims)
    return {
        "slug": entry.slug,
        "address": _home(entry.get_absolute_url()),
        "topic": entry.topic.slug,
        "language": shown.language,
        "translation": states.warning(entry.hashes, languages.written(shown.language), claims) or "current",
        "title": shown.title,
        "short_answer": shown.short_answer,
        "body_markdown": shown.body,
        "certainty": entry.certainty,
        "facts": entry.facts,
        "sources": sorted(source.code for source in entry.sources.all() if source.published),
        "steps": entry.steps,
        "checked_on": str(entry.checked_on),
        "changed_on": str(entry.changed_on) if entry.changed_on else None,
    }


def _source(source: Any, used: set[str]) -> Data:
    return {
        "code": source.code,
        "publisher": source.publisher_ru,
        "kind": source.kind,
        "relayed": source.relayed,
        "date": source.date,
        "address": source.address,
        "says": source.says_ru or "",
        "facts": [fact for fact in source.facts if fact in used],
        "entries": sorted(entry.slug for entry in source.entries.all() if entry.published),
    }


def _home(path: str) -> str:
    return f"{settings.SITE_ADDRESS}{path}"
