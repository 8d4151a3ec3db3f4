"""Every question and every example person's result is whole in every language."""

from dataclasses import dataclass, field

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from apps.amina import current
from apps.amina.phrase_files import FOLDER
from apps.amina.phrasebook import phrasebook_in
from apps.guide.models import Source
from apps.rules.saying.people import Person, load_people
from apps.translations import languages
from apps.translations.tests import alphabets, reading

pytestmark = pytest.mark.django_db

PEOPLE = load_people(current.FOLDER.parent / "people", current.rulebook())
COMPLETE = [code for code in languages.CODES if (FOLDER / f"{code}.toml").exists()]


def form(person: Person) -> dict[str, list[str]]:
    return {
        "finish": ["1"],
        **{id: [str(value)] if not isinstance(value, list) else value for id, value in person.answers.items()},
    }


def heard(code: str, person: Person) -> set[tuple[str, str]]:
    """What an example person is told in a language."""
    return set(reading.texts(Client().post(f"/{code}/check/", form(person)).text))


@dataclass
class Russian:
    """All that is said in Russian, and the people who together hear all of it."""

    texts: set[str] = field(default_factory=set)
    people: list[Person] = field(default_factory=list)


@pytest.fixture(scope="module")
def russian(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Russian:
    found = Russian()
    with django_db_blocker.unblock():
        for person in PEOPLE:
            texts = {text for _, text in heard("ru", person)}
            if texts - found.texts:
                found.people.append(person)
                found.texts |= texts
    return found


@pytest.mark.parametrize("code", COMPLETE)
def test_every_persons_result_is_whole_in_the_language(code: str, russian: Russian) -> None:
    assert phrasebook_in(code).language == code
    spared = {*languages.OWN_NAMES.values()}.union(*Source.objects.values_list("publisher_ru", f"publisher_{code}"))
    slips = {
        (language, text)
        for person in russian.people
        for language, text in heard(code, person)
        if text not in spared and (language != code or _slipped(text, code, russian.texts))
    }
    assert slips == set()


def _slipped(text: str, code: str, russian: set[str]) -> bool:
    untranslated = code != "ru" and len(text) > 20 and text in russian
    return untranslated or bool(alphabets.foreign(text, code) or alphabets.mixed(text))
