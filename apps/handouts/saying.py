"""What a thing says when it is passed on, in one language: the same words on a picture, a sheet and in a message."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from apps.guide.certainty import Certainty
from apps.guide.models import Topic
from apps.handouts import short
from apps.translations import languages
from apps.translations.templatetags.dates import day
from apps.translations.worded import InLanguage

MOST_WORDS = 40
SENTENCE = re.compile(r"(?<=[.!?։])\s+")
IN_SHORT = "What the Amina app asks of you in Moscow and Moscow Oblast: steps, dates and sources. Independent and free."
SIGNS = {"official": "§", "reported": "≈", "sources-differ": "⇄", "no-public-answer": "?"}


@dataclass(frozen=True)
class Said:
    language: str
    site: str
    title: str
    text: str
    status: str
    certainty: str
    path: str  # the short address, which leads everybody to their own language

    @property
    def address(self) -> str:
        """As people read it aloud: without https://."""
        return urlsplit(settings.SITE_ADDRESS).netloc + self.path


def entry(worded: InLanguage) -> Said:
    thing = worded.thing
    with translation.override(worded.language):
        label = f"{SIGNS[thing.certainty]} {Certainty(thing.certainty).label}"
        checked = gettext("Checked on %(day)s.") % {"day": day(thing.checked_on)}
        status = f"{label} · {checked.rstrip('.։')}"
        return _said(worded, in_words(worded.short_answer), status, thing.certainty, short.entry(thing.slug))


def topic(worded: InLanguage) -> Said:
    with translation.override(worded.language):
        return _said(worded, in_words(worded.summary), "", "", short.topic(worded.thing.slug))


def site(language: str) -> Said:
    with translation.override(language):
        about, rest = SENTENCE.split(gettext(IN_SHORT), maxsplit=1)
        status = gettext("independent, free, private")
        return Said(language, gettext("Amina Guide"), about, rest, status, "", short.HOME)


def of(worded: InLanguage) -> Said:
    return topic(worded) if isinstance(worded.thing, Topic) else entry(worded)


def in_words(text: str, most: int = MOST_WORDS) -> str:
    """The first sentences that have no more words than that, or as many words of the first one."""
    kept: list[str] = []
    for sentence in SENTENCE.split(text):
        if len(" ".join([*kept, sentence]).split()) > most:
            break
        kept.append(sentence)
    return " ".join(kept) or " ".join(text.split()[: most - 1]) + " …"


def _said(worded: InLanguage, text: str, status: str, certainty: str, path: str) -> Said:
    language = languages.active()
    return Said(language, gettext("Amina Guide"), worded.title, text, status, certainty, path)
