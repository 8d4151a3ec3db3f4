"""Whether a page is whole in its language: no text left in Russian, no letter of another alphabet."""

import re
from functools import cache

from django.test import Client

from apps.guide.models import Contact, Source
from apps.translations import languages
from apps.translations.tests import alphabets, reading

EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")


class OneLanguage:
    def __init__(self, code: str) -> None:
        self.code = code
        # Shown as it is in all languages: languages' names, addresses, publishers, formats of files.
        self.same = {
            "Atom",
            "JSON",
            *languages.OWN_NAMES.values(),
            *Contact.objects.values_list("address_ru", flat=True),
            *Source.objects.values_list("publisher_ru", flat=True),
            *Contact.objects.values_list("site", flat=True),
        }
        self.publishers = set(Source.objects.values_list(f"publisher_{code}", flat=True))

    def slips(self, path: str, html: str) -> list[str]:
        russian = in_russian(path) if self.code != "ru" else frozenset()
        found = []
        for language, text in reading.texts(html):
            if text in self.same:
                continue
            if language not in (self.code, ""):
                found.append(f"lang={language}: {text}")
            elif text not in self.publishers and (alphabets.foreign(text, self.code) or alphabets.mixed(text)):
                found.append(text)
            elif len(EDGES.sub("", alphabets.APART.sub("", text))) > 11 and text in russian - self.publishers:
                found.append(f"still in Russian: {text}")
        return found


@cache
def in_russian(path: str) -> frozenset[str]:
    """What a page of the shipped content says in Russian."""
    return frozenset(text for _, text in reading.texts(Client().get(f"/ru/{path}").text))
