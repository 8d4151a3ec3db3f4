"""The shipped entries: short enough for a phone's first screen, marked, and nothing of the dossiers forgotten."""

import re
import statistics
import tomllib

import pytest
from django.conf import settings

from apps.guide import reading
from apps.guide.loading import content
from apps.guide.tests.test_content import ENTRIES, TEXTS, each_language, in_language

FACTS = re.compile(r'"(F\d{3})"')
LAST_FACT = 200
HOTLINE = "530-56-88"
# What others need more words for, above all for articles and compound verbs.
MOST_WORDS = {"ru": 35}


def citing() -> str:
    rulebook = sorted((settings.BASE_DIR / "apps/amina/rulebook").glob("*.toml"))
    files = [*content.FOLDER.glob("entries/*/about.toml"), content.FOLDER / "contacts.toml", *rulebook]
    return "\n".join(file.read_text("utf-8") for file in files)


def test_every_fact_of_the_dossiers_is_used_or_it_says_why_not() -> None:
    left_out = tomllib.loads((content.FOLDER / "facts_not_used.toml").read_text("utf-8"))
    used = set(FACTS.findall(citing()))
    assert {f"F{number:03}" for number in range(1, LAST_FACT + 1)} - used == left_out.keys()
    assert all(left_out.values())


@each_language
def test_a_short_answer_is_short(code: str) -> None:
    words = {slug: len(TEXTS[slug, code]["short_answer"].split()) for slug in in_language(code)}
    assert {slug: count for slug, count in words.items() if count > MOST_WORDS.get(code, 45)} == {}


def test_half_of_the_short_answers_have_no_more_than_25_words() -> None:
    assert statistics.median(len(TEXTS[slug, "ru"]["short_answer"].split()) for slug in ENTRIES) <= 25


@each_language
def test_a_reader_with_eight_years_of_school_follows(code: str) -> None:
    means = {
        slug: reading.mean_length(f"{TEXTS[slug, code]['short_answer']}\n{TEXTS[slug, code]['body']}")
        for slug in in_language(code)
    }
    assert {slug: mean for slug, mean in means.items() if mean > 12} == {}


@each_language
def test_a_mark_has_the_same_words_everywhere(code: str) -> None:
    found: dict[str, set[str]] = {}
    for slug in in_language(code):
        for words, kind in re.findall(r"\[([^\]]*)\]\(mark:(\w+)\)", TEXTS[slug, code]["body"]):
            found.setdefault(kind, set()).add(words)
    assert {kind: words for kind, words in found.items() if len(words) > 1} == {}


@pytest.mark.parametrize(("code", "caveat"), [("ru", "не звонили"), ("en", "have not called")])
def test_the_hotline_can_be_dialled_and_never_stands_without_its_caveat(code: str, caveat: str) -> None:
    with_number = {
        slug: TEXTS[slug, code]["body"] for slug in in_language(code) if HOTLINE in TEXTS[slug, code]["body"]
    }
    assert [slug for slug, body in with_number.items() if "(tel:+74995305688)" not in body or caveat not in body] == []
    assert [slug for slug in in_language(code) if HOTLINE in TEXTS[slug, code]["short_answer"]] == []
