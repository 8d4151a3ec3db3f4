"""Every id of the rulebook has its phrases in every language that ships, and they agree on the figures."""

import re

import pytest

from apps.amina import current, keys
from apps.amina.phrase_files import FOLDER
from apps.rules import load
from apps.rules.saying.printout import printout, read_back, unlike
from apps.rules.saying.wording import read_phrases
from apps.translations import glossary
from apps.translations.tests import alphabets

LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.toml"))
# Some languages need more letters for the same thing; Russian, Kyrgyz and English keep to the bounds.
ROOMIER = {language: 1 if language in ("ky", "ru", "en") else 1.25 for language in LANGUAGES}
LONGEST = {"title": 110, "label": 55, "body": 480, "help": 220, "deadline": 200}


def phrases(language: str) -> dict[str, str]:
    return read_phrases(FOLDER / f"{language}.toml")


def figures(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[\s,](?=\d{3}(?!\d))", "", text)))


def test_kyrgyz_russian_and_english_ship() -> None:
    assert {"ky", "ru", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_has_its_phrase_and_no_phrase_is_without_an_id(language: str) -> None:
    found = phrases(language)
    assert [key for key in keys.required(current.rulebook()) if not found.get(key)] == []
    assert keys.unknown(current.rulebook(), found) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_texts_exist_in_every_language(language: str) -> None:
    assert phrases(language).keys() == phrases("ru").keys()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "ru"])
def test_figures_agree_with_the_russian(language: str) -> None:
    found, russian = phrases(language), phrases("ru")
    assert {key: text for key, text in found.items() if figures(text) != figures(russian[key])} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_too_long_for_a_phone(language: str) -> None:
    limits = {key: LONGEST.get(key.rpartition(".")[2], 200) * ROOMIER[language] for key in phrases(language)}
    assert {key: len(text) for key, text in phrases(language).items() if len(text) > limits[key]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reading_names_the_term_that_the_rulebook_computes(language: str) -> None:
    found = phrases(language)
    for step in current.rulebook().steps.values():
        for reading in step.deadline.readings if step.deadline else ():
            if reading.days:
                assert str(reading.days) in figures(found[f"steps.{step.id}.readings.{reading.id}"]), (
                    step.id,
                    reading.id,
                )


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_written_with_the_letters_of_their_language(language: str) -> None:
    slips = {
        key: found
        for key, text in phrases(language).items()
        if (found := alphabets.foreign(text, language) + alphabets.mixed(text) + alphabets.wrong_marks(text, language))
    }
    assert slips == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_use_the_words_of_the_glossary(language: str) -> None:
    found, russian = phrases(language), phrases("ru")
    lacking = {key: glossary.lacking(russian[key], text, language) for key, text in found.items()}
    assert {key: terms for key, terms in lacking.items() if terms} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_printed_for_a_lawyer_read_back_as_the_same_rules(language: str) -> None:
    text = printout(current.rulebook(), phrases(language))
    assert unlike(text, current.rulebook(), phrases(language)) == []
    assert len(read_back(text, current.rulebook(), phrases(language))) > 70


def test_a_new_rulebook_id_without_a_phrase_is_noticed() -> None:
    assert "steps.report_move.readings.law" in keys.required(load(current.FOLDER))
