"""Russian abbreviations in Latin texts: only in brackets, behind a word that the reader can read."""

import re
from collections.abc import Iterator

import polib
import pytest
from django.conf import settings

from apps.guide.loading import content
from apps.guide.tests.test_content import TEXTS, WORDS
from apps.rules.saying import read_phrases

BRACKETS = re.compile(r"\([^()]*\)")
ABBREVIATION = re.compile(r"(?<!\w)[А-ЯЁ]{2,}(?!\w)")
LATIN = ["uz", "az", "ro", "en"]


def bare(text: str) -> list[str]:
    """The abbreviations outside brackets; the МЦ1 that stands on a bus is a name."""
    return ABBREVIATION.findall(BRACKETS.sub("", text))


@pytest.mark.parametrize("code", LATIN)
def test_no_russian_abbreviation_stands_bare_among_latin_letters(code: str) -> None:
    found = {place: bare(text) for place, text in texts(code)}
    assert {place: words for place, words in found.items() if words} == {}


def test_an_abbreviation_outside_brackets_is_seen() -> None:
    assert bare("MAI (МВД) a spus; МВД; nr. 121-ФЗ; autobuzul МЦ1") == ["МВД", "ФЗ"]


def texts(code: str) -> Iterator[tuple[str, str]]:
    yield from read_phrases(content.FOLDER.parents[1] / f"amina/phrases/{code}.toml").items()
    for (slug, language), text in TEXTS.items():
        if language == code:
            yield from ((f"{slug} {name}", text[name]) for name in ("title", "short_answer", "body"))
    for kind, things in WORDS.items():
        for id, thing in things.items():
            yield from ((f"{kind} {id} {name}", text) for name, text in thing.items() if name.endswith(f"_{code}"))
    catalogue = settings.BASE_DIR / f"locale/{code}/LC_MESSAGES/django.po"
    if catalogue.exists():
        for entry in polib.pofile(str(catalogue)):
            yield from ((entry.msgid, text) for text in [entry.msgstr, *entry.msgstr_plural.values()])
