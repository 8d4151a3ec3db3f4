"""Every question and every example person's result is whole in every language."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from apps.amina import current
from apps.amina.phrase_files import FOLDER
from apps.amina.phrasebook import phrasebook_in
from apps.guide.models import Contact, Source
from apps.rules.saying.people import Person, load_people
from apps.translations import languages
from apps.translations.tests import alphabets, reading

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("one_version")]

PEOPLE = load_people(current.FOLDER.parent / "people", current.rulebook())
ADDRESS = re.compile(r"\S+://\S+")
COMPLETE = [code for code in languages.CODES if (FOLDER / f"{code}.toml").exists()]


def form(person: Person) -> dict[str, list[str]]:
    return {
        "finish": ["1"],
        **{id: [str(value)] if not isinstance(value, list) else value for id, value in person.answers.items()},
    }


def heard(code: str, person: Person) -> set[tuple[str, str]]:
    """What an example person is told in a language."""
    return set(reading.texts(Client().post(f"/{code}/check/", form(person)).text))


def what_shapes_it(person: Person) -> set[tuple[str, str]]:
    answered = {(id, str(value) if id in ("about", "citizenship") else "") for id, value in person.answers.items()}
    return (
        answered | {("verdict", person.verdict)} | {("step", step) for step in (*person.steps, *(person.depends or ()))}
    )


def all_heard_together() -> Iterator[Person]:
    """Example people who together hear every verdict, step, question and country."""
    missing = set().union(*map(what_shapes_it, PEOPLE))
    while missing:
        person = max(PEOPLE, key=lambda person: len(missing & what_shapes_it(person)))
        missing -= what_shapes_it(person)
        yield person


HEARERS = list(all_heard_together())


@pytest.fixture(scope="module")
def russian(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> set[str]:
    """All that they are told in Russian."""
    with django_db_blocker.unblock():
        return {text for person in HEARERS for _, text in heard("ru", person)}


@pytest.mark.parametrize("code", COMPLETE)
def test_every_persons_result_is_whole_in_the_language(code: str, russian: set[str]) -> None:
    assert phrasebook_in(code).language == code
    spared = {*languages.OWN_NAMES.values()}.union(*Source.objects.values_list("publisher_ru", f"publisher_{code}"))
    spared.update(Contact.objects.values_list("address_ru", flat=True))
    slips = {
        (language, text)
        for person in HEARERS
        for language, text in heard(code, person)
        if text not in spared and (language != code or _slipped(text, code, russian))
    }
    assert slips == set()


def _slipped(text: str, code: str, russian: set[str]) -> bool:
    text = ADDRESS.sub("", text)
    untranslated = code != "ru" and len(text) > 20 and text in russian
    return untranslated or bool(alphabets.foreign(text, code) or alphabets.mixed(text))
