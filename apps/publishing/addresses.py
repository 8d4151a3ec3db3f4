"""Every address that is the same for everybody, in every language: what is published, and nothing else is."""

import re

from django.urls import reverse
from django.utils import translation

from apps.amina.phrasebook import phrasebook_in
from apps.guide.addresses import OldAddress
from apps.guide.models import Entry
from apps.offline import public
from apps.opendata import contents
from apps.selfcheck import phone
from apps.translations import languages

ALONE = ["robots", "sitemap", "service_worker"]
ASKED = {"q=": re.compile(r"^/[a-z-]+/search/$"), "about=": re.compile(r"^/[a-z-]+/check/$")}
TO_ORDER = re.compile(r"^/[a-z-]+/(?:(?:q|topics)/[\w-]+/sheet|q/[\w-]+/text|sheet|share|share/files)/$")
BEING_READ = re.compile(r"^/[a-z-]+/asked/[\w-]+/$")
VERSION = re.compile(r"^(/[a-z-]+/check/(?:phrases|rules))\.[\w-]+\.json$")
VERSIONED = ["selfcheck:phrases", "selfcheck:bundle"]
FILES = [
    "offline:manifest",
    "offline:pack",
    "finding:index",
    "mirrors:file",
    "mirrors:booklet",
    "news:atom",
    "news:json",
]


def every() -> list[str]:
    """The pages of each language first, then the files."""
    return [*pages(), *(path for code in languages.OWN_NAMES for path in files(code)), *alone()]


def pages() -> list[str]:
    known = list(public.pages())
    found: list[str] = []
    for code in languages.OWN_NAMES:
        with translation.override(code):
            found += [page.path() for page in known]
    return found


def files(code: str) -> list[str]:
    """What belongs to the pages of a language."""
    with translation.override(code):
        named = phone.addresses(phrasebook_in(code))
        return [named["rules"], named["phrases"], *map(reverse, FILES)]


def alone() -> list[str]:
    data = [reverse("opendata:data", args=[name]) for name in contents.NAMES[1:]]
    own = [reverse("opendata:entries", args=[code]) for code in languages.OWN_NAMES]
    schemas = [reverse("opendata:schema", args=[name]) for name in contents.NAMES]
    return [*map(reverse, ALONE), *data, *own, *schemas]


def embeds() -> list[str]:
    """Every answer as other sites may show it."""
    slugs = Entry.objects.published().values_list("slug", flat=True)
    return [reverse("opendata:embed", args=[code, slug]) for code in languages.OWN_NAMES for slug in slugs]


def others() -> list[str]:
    """Where nothing is, or not any more: what to say of all other addresses, and where the old ones lead."""
    found = []
    for code in languages.OWN_NAMES:
        with translation.override(code):
            found += [missing(code), *(reverse(name, args=["-"]) for name in VERSIONED)]
            found += [
                reverse(f"guide:{kind}", args=[slug]) for kind, slug in OldAddress.objects.values_list("kind", "slug")
            ]
    return found


def missing(code: str) -> str:
    """An address that never leads anywhere: what it answers is the answer of all others."""
    return f"/{code}/-/"


def unversioned(path: str) -> str:
    """Pages of yesterday ask for files by the name of an older version."""
    return VERSION.sub(r"\g<1>.-.json", path)


def asks(path: str, query: str) -> bool:
    """Say whether the answer depends on what is asked: what is searched for, and what the self-check opens with.

    Phones without scripts need it; with scripts both pages read the query themselves. And what has become of a question
    only the database knows: most are read by nobody but their asker. Sheets are made to order: every choice of languages
    is another one.
    """
    if TO_ORDER.match(path):
        return True
    return bool(BEING_READ.match(path)) or any(name in query and pages.match(path) for name, pages in ASKED.items())
