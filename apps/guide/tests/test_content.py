"""The shipped entries: sourced, linked, in three languages, honest about the facts of the dossier."""

import re
import tomllib
from typing import Any

import pytest

from apps.guide.loading import content, files

ENTRIES = {place.name: place for place in sorted((content.FOLDER / "entries").iterdir())}
ABOUT: dict[str, dict[str, Any]] = {slug: files.table(place / "about.toml") for slug, place in ENTRIES.items()}
SOURCES = tomllib.loads((content.FOLDER / "sources.toml").read_text("utf-8"))
LANGUAGES = ["ky", "ru", "en"]

# What the article that the project started from claims and asks; every one must be answered somewhere.
SEED = {*range(4, 8), *range(14, 17), 32, 35, 43, 45, 62, 70, 75, 77, *range(81, 93), 100, 126, 127}
NOT_TO_PUBLISH = ["777-77-77", "203-88-20"]


def texts(slug: str) -> dict[str, dict[str, str]]:
    return {code: files.text(ENTRIES[slug] / f"{code}.md") for code in LANGUAGES}


def figures(text: str) -> list[str]:
    return sorted(set(re.findall(r"\d+", re.sub(r"(?<=\d)[\u00a0\s,](?=\d{3}(?!\d))", "", text))))


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


@pytest.mark.parametrize("slug", ENTRIES)
def test_an_entry_stands_in_three_languages_with_the_same_figures(slug: str) -> None:
    found = {code: figures(" ".join(parts.values())) for code, parts in texts(slug).items()}
    assert found["ky"] == found["ru"]
    # The number of the law is written differently in English.
    assert set(found["en"]) ^ set(found["ru"]) <= {"121", "260", "162"}


@pytest.mark.parametrize("slug", ENTRIES)
def test_links_lead_to_entries_and_are_the_same_in_every_language(slug: str) -> None:
    found = {code: re.findall(r"\]\(([^)]+)\)", parts["body"]) for code, parts in texts(slug).items()}
    assert sorted(found["ky"]) == sorted(found["ru"]) == sorted(found["en"])
    for address in found["ru"]:
        assert address.removeprefix("entry:") in ENTRIES or address.startswith("https://"), address


@pytest.mark.parametrize("slug", ENTRIES)
def test_an_entry_is_short_enough_to_read_and_forward(slug: str) -> None:
    for code, parts in texts(slug).items():
        assert len(parts["title"]) <= 80, code
        assert len(parts["short_answer"]) <= 330, code
        assert len(parts["body"].split()) <= 290, code


@pytest.mark.parametrize("slug", ENTRIES)
def test_cyrillic_words_hold_no_latin_look_alikes(slug: str) -> None:
    mixed = re.compile(r"\w*(?:[а-яёңөү][a-z]|[a-z][а-яёңөү])\w*", re.IGNORECASE)
    for code in ("ky", "ru"):
        assert mixed.findall(" ".join(texts(slug)[code].values())) == []


def test_unconfirmed_numbers_are_not_published() -> None:
    everything = " ".join(file.read_text("utf-8") for file in content.FOLDER.rglob("*.*"))
    assert [number for number in NOT_TO_PUBLISH if number in everything] == []
