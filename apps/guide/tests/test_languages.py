"""Every public page is whole in its language: no text left in Russian, no letter of another alphabet."""

import pytest
from django.test import Client

from apps.guide.models import Contact, Entry, Source, Topic
from apps.translations import languages
from apps.translations.tests import alphabets, reading

pytestmark = pytest.mark.django_db

COMPLETE = [code for code in languages.CODES if code in languages.with_catalogue()]


def addresses() -> list[str]:
    paths = ["", "check/", "contacts/", "sources/", "sources/others/", "about/", "nothing-here/"]
    paths += [f"topics/{slug}/" for slug in Topic.objects.values_list("slug", flat=True)]
    return paths + [f"q/{slug}/" for slug in Entry.objects.values_list("slug", flat=True)]


def the_same_everywhere() -> set[str]:
    """What is shown as it is in all languages: languages' names, addresses, publishers."""
    return {
        *languages.OWN_NAMES.values(),
        *Contact.objects.values_list("address_ru", flat=True),
        *Source.objects.values_list("publisher_ru", flat=True),
        *Contact.objects.values_list("site", flat=True),
    }


@pytest.mark.parametrize("code", COMPLETE)
def test_a_page_speaks_one_language(client: Client, code: str) -> None:
    same = the_same_everywhere()
    publishers = set(Source.objects.values_list(f"publisher_{code}", flat=True))
    slips: dict[str, list[str]] = {}
    for path in addresses():
        heard = list(reading.texts(client.get(f"/{code}/{path}").text))
        russian = {text for _, text in reading.texts(client.get(f"/ru/{path}").text)} if code != "ru" else set()
        for language, text in heard:
            if language not in (code, "") and text not in same:
                slips.setdefault(path, []).append(f"lang={language}: {text}")
            elif text not in same | publishers and (alphabets.foreign(text, code) or alphabets.mixed(text)):
                slips.setdefault(path, []).append(text)
            elif len(alphabets.APART.sub("", text)) > 12 and text in russian - same - publishers:
                slips.setdefault(path, []).append(f"still in Russian: {text}")
    assert slips == {}
