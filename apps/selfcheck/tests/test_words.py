"""Every id of the rulebook has its words in every language that ships, and they agree on the figures."""

import re

import pytest

from apps.rules import load
from apps.rules.printout import printout, read_back, unlike
from apps.rules.wording import read_words
from apps.selfcheck import amina, keys
from apps.selfcheck.management.commands.load_words import FOLDER

LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.toml"))
LONGEST = {"title": 110, "label": 55, "body": 480, "help": 220, "deadline": 200}


def words(language: str) -> dict[str, str]:
    return read_words(FOLDER / f"{language}.toml")


def figures(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[\s,](?=\d{3}(?!\d))", "", text)))


def test_kyrgyz_russian_and_english_ship() -> None:
    assert {"ky", "ru", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_has_its_words_and_no_word_is_without_an_id(language: str) -> None:
    found = words(language)
    assert [key for key in keys.required(amina.rulebook()) if not found.get(key)] == []
    assert [key for key in found if not keys.known(amina.rulebook(), key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_texts_exist_in_every_language(language: str) -> None:
    assert words(language).keys() == words("ru").keys()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "ru"])
def test_figures_agree_with_the_russian(language: str) -> None:
    found, russian = words(language), words("ru")
    assert {key: text for key, text in found.items() if figures(text) != figures(russian[key])} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_too_long_for_a_phone(language: str) -> None:
    limits = {key: LONGEST.get(key.rpartition(".")[2], 200) for key in words(language)}
    assert {key: len(text) for key, text in words(language).items() if len(text) > limits[key]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reading_names_the_term_that_the_rulebook_computes(language: str) -> None:
    found = words(language)
    for step in amina.rulebook().steps.values():
        for reading in step.deadline.readings if step.deadline else ():
            if reading.days:
                assert str(reading.days) in figures(found[f"steps.{step.id}.readings.{reading.id}"]), (
                    step.id,
                    reading.id,
                )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_printed_for_a_lawyer_read_back_as_the_same_rules(language: str) -> None:
    text = printout(amina.rulebook(), words(language))
    assert unlike(text, amina.rulebook(), words(language)) == []
    assert len(read_back(text, amina.rulebook(), words(language))) > 70


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_cyrillic_words_hold_no_latin_look_alikes(language: str) -> None:
    mixed = re.compile(r"\w*(?:[а-яёңөү][a-z]|[a-z][а-яёңөү])\w*", re.IGNORECASE)
    assert {key: mixed.findall(text) for key, text in words(language).items() if mixed.search(text)} == {}


def test_a_new_rulebook_id_without_words_is_noticed() -> None:
    assert "steps.report_move.readings.law" in keys.required(load(amina.FOLDER))
