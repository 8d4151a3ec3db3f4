"""The shipped entries: sourced, linked, the same in every language, honest about the facts of the dossier."""

import re
import tomllib
from typing import Any

import pytest

from apps.guide.loading import content, content_files
from apps.guide.loading.tables import TABLES
from apps.translations import files, glossary, languages
from apps.translations.tests import alphabets

ENTRIES = {place.name: place for place in sorted((content.FOLDER / "entries").iterdir())}
ABOUT: dict[str, dict[str, Any]] = {slug: files.table(place / "about.toml") for slug, place in ENTRIES.items()}
SOURCES = tomllib.loads((content.FOLDER / "sources.toml").read_text("utf-8"))
TEXTS = {
    (slug, code): content_files.entry_text(place / f"{code}.md")
    for slug, place in ENTRIES.items()
    for code in languages.CODES
    if (place / f"{code}.md").exists()
}
each_language = pytest.mark.parametrize("code", languages.CODES)
WORDS = content_files.texts(content.FOLDER / "texts")
# Some languages need more letters for the same thing; Russian, Kyrgyz and English keep to the bounds.
ROOMIER = {code: 1 if code in ("ky", "ru", "en") else 1.25 for code in languages.CODES}

# What the article that the project started from claims and asks; every one must be answered somewhere.
SEED = {*range(4, 8), *range(14, 17), 32, 35, 43, 45, 62, 70, 75, 77, *range(81, 93), 100, 126, 127}
NOT_TO_PUBLISH = ["777-77-77", "203-88-20"]


def whole(slug: str, code: str) -> str:
    return "\n".join(TEXTS[slug, code][name] for name in ("title", "short_answer", "body"))


def figures(text: str) -> list[str]:
    return sorted(set(re.findall(r"\d+", re.sub(r"(?<=\d)[\u00a0\s,](?=\d{3}(?!\d))", "", text))))


def links(slug: str, code: str) -> list[str]:
    return sorted(re.findall(r"\]\(([^)]+)\)", TEXTS[slug, code]["body"]))


def outline(body: str) -> list[str]:
    return re.findall(r"^(?:## |- |\d+\. )", body, re.MULTILINE)


def test_every_claim_and_question_of_the_first_article_is_covered() -> None:
    cited = {fact for about in ABOUT.values() for fact in about["facts"]}
    assert {f"F{number:03}" for number in SEED} - cited == set()


def test_sources_support_every_fact_that_has_one() -> None:
    known = {fact for source in SOURCES.values() for fact in source["facts"]}
    wrong = {slug: found for slug, about in ABOUT.items() if (found := unsupported(about, known))}
    assert wrong == {}


def unsupported(about: dict[str, Any], known: set[str]) -> list[str]:
    unknown = sorted(set(about["sources"]) - SOURCES.keys())
    supported = {fact for code in about["sources"] for fact in SOURCES.get(code, {"facts": []})["facts"]}
    alone = [] if about["sources"] or not about["facts"] else ["no source at all"]
    return unknown + sorted((set(about["facts"]) & known) - supported) + alone


def in_language(code: str) -> list[str]:
    """The entries that have a text in this language."""
    return [slug for slug in ENTRIES if (slug, code) in TEXTS]


def other_figures(russian: str, text: str, code: str) -> set[str]:
    # The number of the law is written differently in English.
    return (set(figures(text)) ^ set(figures(russian))) - ({"121", "260", "162"} if code == "en" else set())


@each_language
def test_a_translation_has_the_figures_of_the_russian(code: str) -> None:
    wrong = {slug: other_figures(whole(slug, "ru"), whole(slug, code), code) for slug in in_language(code)}
    assert {slug: found for slug, found in wrong.items() if found} == {}


@each_language
def test_links_lead_to_entries_and_are_the_same_in_every_language(code: str) -> None:
    assert {slug: links(slug, code) for slug in in_language(code) if links(slug, code) != links(slug, "ru")} == {}
    dead = {
        (slug, address)
        for slug in in_language(code)
        for address in links(slug, code)
        if address.removeprefix("entry:") not in ENTRIES and not re.match("https://|mark:|tel:", address)
    }
    assert dead == set()


@each_language
def test_a_translation_has_the_headings_and_lists_of_the_russian(code: str) -> None:
    outlines = {
        slug: (outline(TEXTS[slug, code]["body"]), outline(TEXTS[slug, "ru"]["body"])) for slug in in_language(code)
    }
    assert {slug: both for slug, both in outlines.items() if both[0] != both[1]} == {}


@each_language
def test_an_entry_is_short_enough_to_read_and_forward(code: str) -> None:
    most = {"title": 80 * ROOMIER[code], "short_answer": 330 * ROOMIER[code], "words": 290 * ROOMIER[code]}
    lengths = {
        (slug, name): length
        for slug in in_language(code)
        for name, length in [
            ("title", len(TEXTS[slug, code]["title"])),
            ("short_answer", len(TEXTS[slug, code]["short_answer"])),
            ("words", len(TEXTS[slug, code]["body"].split())),
        ]
    }
    assert {place: length for place, length in lengths.items() if length > most[place[1]]} == {}


def slips(text: str, code: str) -> list[Any]:
    return [*alphabets.foreign(text, code), *alphabets.mixed(text), *alphabets.wrong_marks(text, code)]


@each_language
def test_an_entry_is_written_with_the_letters_of_its_language(code: str) -> None:
    assert {slug: found for slug in in_language(code) if (found := slips(whole(slug, code), code))} == {}


@each_language
def test_an_entry_uses_the_words_of_the_glossary(code: str) -> None:
    lacking = {slug: glossary.lacking(whole(slug, "ru"), whole(slug, code), code) for slug in in_language(code)}
    assert {slug: terms for slug, terms in lacking.items() if terms} == {}


@each_language
def test_topics_sources_and_contacts_keep_figures_letters_and_words(code: str) -> None:
    wrong = {
        (kind, id, name): found
        for kind, things in WORDS.items()
        for id, values in things.items()
        if f"{TABLES[kind].texts[0]}_{code}" in values
        for name in TABLES[kind].texts
        if (found := complaints(name, values.get(f"{name}_ru", ""), values.get(f"{name}_{code}", ""), code))
    }
    assert wrong == {}


def complaints(name: str, russian: str, text: str, code: str) -> list[Any]:
    return [
        *([] if bool(text) == bool(russian) else ["only in one of the two languages"]),
        *other_figures(russian, text, code),
        *alphabets.mixed(text),
        *alphabets.wrong_marks(text, code),
        *([] if name == "publisher" else alphabets.foreign(text, code)),
        *glossary.lacking(russian, text, code),
    ]


@each_language
def test_a_glossary_has_every_term(code: str) -> None:
    lacking = [term.id for term in glossary.terms() if code not in term.equivalents]
    assert lacking in ([], [term.id for term in glossary.terms()])


def test_unconfirmed_numbers_are_not_published() -> None:
    everything = " ".join(file.read_text("utf-8") for file in content.FOLDER.rglob("*.*"))
    assert [number for number in NOT_TO_PUBLISH if number in everything] == []
