"""The phrases of the self-check in one language as one file for the phone, and the bundle that goes with them."""

from dataclasses import asdict
from datetime import date
from functools import cache as cached
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, pgettext

from apps.amina import current
from apps.amina.phrasebook import Phrasebook
from apps.amina.timings import TIMINGS
from apps.guide.certainty import Certainty
from apps.guide.citations import Citation
from apps.rules import bundle, fingerprint
from apps.selfcheck import codes, pages, parts, results, showing
from apps.selfcheck.shelf import Shelf
from apps.translations import languages
from apps.translations.templatetags.dates import brief_day, day, weekday

SHOWN = ("screens.", "questions.", "steps.")
A_MINUTE = 60

# The pages that the phone makes itself, and their blocks that change with the answers.
PAGES = {name: f"selfcheck/{name}.html" for name in ("question", "result", "card", "helper")}
BLOCKS = ("title", "check")


@cached
def rules() -> dict[str, Any]:
    """The rulebook's bundle, with the version of share codes and the layouts of older ones."""
    found = bundle(current.rulebook())
    code, older = codes.current(current.rulebook()), codes.older(current.rulebook())
    return {**found, "code": code, "codes": older, "unchecked": codes.UNCHECKED}


def phrases(book: Phrasebook) -> dict[str, Any]:
    """Everything that the pages of the self-check say in the active language; `version` is a hash of all the rest."""
    shelf = Shelf(book.language, {code for step in current.rulebook().steps.values() for code in step.sources})
    known = pages.in_language(book) | shelf.afterwards()
    found = {
        "rules": rules()["version"],
        "texts": {key: text for key, text in book.texts.items() if text and key.startswith(SHOWN)},
        "recheck": sorted(book.recheck),
        "urls": {"check": reverse("selfcheck:check"), "rules": reverse("openrules:rules")},
        "parts": {page: parts.of_blocks(template, BLOCKS, known) for page, template in PAGES.items()},
        **_said(),
        **_spoken(book.language),
        "russian": _russian(book) if book.language != languages.ORIGINAL else None,
        **_things(shelf),
    }
    return {"version": fingerprint(found), **found}


def addresses(book: Phrasebook) -> dict[str, Any]:
    """Where the bundle and the phrases are found; an editor's change shows within a minute."""
    version = cache.get(_key())
    if version is None:
        version = phrases(book)["version"]
        cache.set(_key(), version, A_MINUTE)
    return {
        "rules": reverse("selfcheck:bundle", args=[rules()["version"]]),
        "phrases": reverse("selfcheck:phrases", args=[version]),
        "scripts": scripts(),
    }


@cached
def scripts() -> list[str]:
    """The modules of the self-check, as static files."""
    return _in_folder("js/selfcheck")


@cached
def helpers_scripts() -> list[str]:
    """The modules of the page for helpers, beyond those that it shares."""
    return [*_in_folder("js/helper"), *_in_folder("vendor")]


def _in_folder(name: str) -> list[str]:
    folder = Path(str(finders.find(name)))
    return [f"{name}/{file.name}" for file in sorted(folder.glob("*.js"))]


def forget_versions() -> None:
    """Look up anew which version of the phrases in the active language is valid."""
    cache.delete(_key())


def _key() -> str:
    return f"selfcheck.phrases.{languages.active()}"


def _said() -> dict[str, Any]:
    return {
        "yes": pgettext("answer", "Yes"),
        "no": pgettext("answer", "No"),
        "unknown": gettext("I don't know"),
        "checked_on": gettext("Checked on %(day)s."),
        "certainty": {certainty.value: str(certainty.label) for certainty in Certainty},
        "sections": {id: str(title) for id, title in TIMINGS.items()},
        "most_to_find_out": results.MOST_TO_FIND_OUT,
        "most_verdicts": results.MOST_VERDICTS,
        "most_lines": results.MOST_LINES,
    }


def _spoken(language: str) -> dict[str, Any]:
    """What the list says in a language, beyond the titles of its steps."""
    return {
        "language": language,
        "months": [month_pattern(month) for month in range(1, 13)],
        "brief_months": [brief_day(date(2222, month, 11)).replace("11", "{d}") for month in range(1, 13)],
        "weekdays": [weekday(date(2024, 1, number)) for number in range(1, 8)],
        "words": {name: parts.of_template(showing.template(name), {}) for name in showing.WORDS},
    }


def _russian(book: Phrasebook) -> dict[str, Any]:
    """The list in Russian stands beside the reader's own, also where there is no internet."""
    with translation.override(languages.ORIGINAL):
        return {**_spoken(languages.ORIGINAL), "texts": book.russian}


def month_pattern(month: int) -> str:
    """How a day of this month is written, with {d} for the day and {y} for the year."""
    return day(date(2222, month, 11)).replace("2222", "{y}").replace("11", "{d}")


def _things(shelf: Shelf) -> dict[str, Any]:
    wanted = [entry for entry in shelf.entries if entry.steps]
    return {
        "sources": {code: _without_code(source) for code, source in shelf.citations.items()},
        "entries": [asdict(shelf.link(entry)) for entry in wanted],
        "entry_of": {step: at for at, entry in reversed(list(enumerate(wanted))) for step in entry.steps},
    }


def _without_code(source: Citation) -> dict[str, str]:
    """The anchors of the page of sources are not needed here."""
    return {name: text for name, text in asdict(source).items() if name != "code"}
