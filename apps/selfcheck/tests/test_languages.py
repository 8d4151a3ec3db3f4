"""Every question and every example person's result is whole in every language."""

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from apps.guide import languages
from apps.guide.models import Source
from apps.guide.tests import alphabets, reading
from apps.rules.people import Person, load_people
from apps.selfcheck import amina
from apps.selfcheck.word_files import FOLDER
from apps.selfcheck.words import words_in

pytestmark = pytest.mark.django_db

PEOPLE = load_people(amina.FOLDER.parent / "people", amina.rulebook())
COMPLETE = [code for code in languages.CODES if (FOLDER / f"{code}.toml").exists()]


def form(person: Person) -> dict[str, list[str]]:
    return {
        "finish": ["1"],
        **{id: [str(value)] if not isinstance(value, list) else value for id, value in person.answers.items()},
    }


def heard(code: str) -> dict[str, list[tuple[str, str]]]:
    """What each example person is told in a language."""
    client = Client()
    return {p.id: list(reading.texts(client.post(f"/{code}/check/", form(p)).text)) for p in PEOPLE}


@pytest.fixture(scope="module")
def russian(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> dict[str, set[str]]:
    with django_db_blocker.unblock():
        return {id: {text for _, text in texts} for id, texts in heard("ru").items()}


@pytest.mark.parametrize("code", COMPLETE)
def test_every_persons_result_is_whole_in_the_language(code: str, russian: dict[str, set[str]]) -> None:
    assert words_in(code).language == code
    spared = {*languages.OWN_NAMES.values()}.union(*Source.objects.values_list("publisher_ru", f"publisher_{code}"))
    slips = {
        (id, language, text)
        for id, texts in heard(code).items()
        for language, text in texts
        if text not in spared and (language != code or _slipped(text, code, russian[id]))
    }
    assert slips == set()


def _slipped(text: str, code: str, russian: set[str]) -> bool:
    untranslated = code != "ru" and len(text) > 20 and text in russian
    return untranslated or bool(alphabets.foreign(text, code) or alphabets.mixed(text))
