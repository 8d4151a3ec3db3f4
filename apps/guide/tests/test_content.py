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
each_text = pytest.mark.parametrize(("slug", "code"), TEXTS, ids=[f"{slug}-{code}" for slug, code in TEXTS])
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


@pytest.mark.parametrize("slug", ENTRIES)
def test_sources_support_every_fact_that_has_one(slug: str) -> None:
    about = ABOUT[slug]
    assert set(about["sources"]) <= SOURCES.keys()
    supported = {fact for code in about["sources"] for fact in SOURCES[code]["facts"]}
    known = {fact for source in SOURCES.values() for fact in source["facts"]}
    assert (set(about["facts"]) & known) - supported == set()
    assert about["sources"] or about["certainty"] == "no-public-answer"


@each_text
def test_a_translation_has_the_figures_of_the_russian(slug: str, code: str) -> None:
    # The number of the law is written differently in English.
    spared = {"121", "260", "162"} if code == "en" else set()
    assert set(figures(whole(slug, code))) ^ set(figures(whole(slug, "ru"))) <= spared


@each_text
def test_links_lead_to_entries_and_are_the_same_in_every_language(slug: str, code: str) -> None:
    found = links(slug, code)
    assert found == links(slug, "ru")
    for address in found:
        assert address.removeprefix("entry:") in ENTRIES or address.startswith("https://"), address


@each_text
def test_a_translation_has_the_headings_and_lists_of_the_russian(slug: str, code: str) -> None:
    assert outline(TEXTS[slug, code]["body"]) == outline(TEXTS[slug, "ru"]["body"])


@each_text
def test_an_entry_is_short_enough_to_read_and_forward(slug: str, code: str) -> None:
    parts = TEXTS[slug, code]
    assert len(parts["title"]) <= 80 * ROOMIER[code]
    assert len(parts["short_answer"]) <= 330 * ROOMIER[code]
    assert len(parts["body"].split()) <= 290 * ROOMIER[code]


@each_text
def test_an_entry_is_written_with_the_letters_of_its_language(slug: str, code: str) -> None:
    text = whole(slug, code)
    assert (alphabets.foreign(text, code), alphabets.mixed(text), alphabets.wrong_marks(text, code)) == ([], [], [])


@each_text
def test_an_entry_uses_the_words_of_the_glossary(slug: str, code: str) -> None:
    assert glossary.lacking(whole(slug, "ru"), whole(slug, code), code) == []


@pytest.mark.parametrize(
    ("kind", "id", "code"),
    [
        pytest.param(kind, id, name.rpartition("_")[2], id=f"{id}-{name.rpartition('_')[2]}")
        for kind, things in WORDS.items()
        for id, values in things.items()
        for name in values
        if name.startswith(TABLES[kind].texts[0])
    ],
)
def test_topics_sources_and_contacts_keep_figures_letters_and_words(kind: str, id: str, code: str) -> None:
    for name in TABLES[kind].texts:
        russian, text = WORDS[kind][id].get(f"{name}_ru", ""), WORDS[kind][id].get(f"{name}_{code}", "")
        spared = {"121", "260", "162"} if code == "en" else set()
        assert bool(text) == bool(russian), name
        assert set(figures(text)) ^ set(figures(russian)) <= spared
        assert (alphabets.mixed(text), alphabets.wrong_marks(text, code)) == ([], [])
        assert name == "publisher" or alphabets.foreign(text, code) == []
        assert glossary.lacking(russian, text, code) == []


@pytest.mark.parametrize("code", languages.CODES)
def test_a_glossary_has_every_term(code: str) -> None:
    lacking = [term.id for term in glossary.terms() if code not in term.equivalents]
    assert lacking in ([], [term.id for term in glossary.terms()])


def test_unconfirmed_numbers_are_not_published() -> None:
    everything = " ".join(file.read_text("utf-8") for file in content.FOLDER.rglob("*.*"))
    assert [number for number in NOT_TO_PUBLISH if number in everything] == []
