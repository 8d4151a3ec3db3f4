"""Every address that is the same for everybody, in every language: what is published, and nothing else is."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import translation

from apps.amina.phrasebook import phrasebook_in
from apps.offline import public
from apps.selfcheck import phone
from apps.translations import languages

ALONE = ["robots", "sitemap", "service_worker"]
FILES = ["offline:manifest", "offline:pack", "finding:index"]


def every() -> list[str]:
    """The pages of each language first, then the files."""
    pages = list(public.pages())
    found: list[str] = []
    for code in languages.OWN_NAMES:
        with translation.override(code):
            found += [page.path() for page in pages]
    for code in languages.OWN_NAMES:
        with translation.override(code):
            found += _files()
    return [*found, *map(reverse, ALONE)]


def _files() -> Iterator[str]:
    """What belongs to the pages of the active language."""
    files = phone.addresses(phrasebook_in(languages.active()))
    yield from (files["rules"], files["phrases"])
    yield from map(reverse, FILES)
