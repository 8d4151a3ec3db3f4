"""The words of the self-check in one language as one file for the phone, and the bundle that goes with them."""

from datetime import date
from functools import cache as cached
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.db.models import F
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext

from apps.amina import current
from apps.amina.phrasebook import Phrasebook
from apps.amina.timings import TIMINGS
from apps.guide.certainty import Certainty
from apps.guide.models import Contact, Entry, Source
from apps.rules import bundle, fingerprint
from apps.selfcheck import codes, results
from apps.translations import languages
from apps.translations.templatetags.dates import day, partial_day
from apps.translations.worded import InLanguage

SHOWN = ("screens.", "questions.", "steps.")
MOST_SCREENS = 50
A_MINUTE = 60

# What the pages of the self-check say; a test compares every page with the server's.
SENTENCES = [
    "All contacts",
    "Answer a few questions. At the end you see which Amina steps apply to you, by when, why, and who says so.",
    "Answer the remaining questions",
    "As of %(day)s, Moscow time.",
    "Back",
    "Because you answered:",
    "By %(day)s",
    "Checked on %(day)s.",
    "Choose one of the answers. If you are not sure, choose “I don't know”.",
    "Continue",
    "Continue in another language",
    "Erase my answers and start again",
    "Find this out first",
    "How we decide this",
    "I am not sure about the others",
    "I don't know",
    "If something happens",
    "If you do not know the day, leave it empty.",
    "It depends on answers that you did not know or did not give. Not knowing does not free you from a duty.",
    "It depends on what you do not know yet",
    "Look in your papers and in the app, or ask the migration centre. Then change your answer here.",
    "Mistake:",
    "No name, no passport number, no address. Your answers are not stored.",
    "Save to your calendar",
    "Show my steps now",
    "Show what may apply",
    "Sources:",
    "The sources read the term differently; the earliest day is the safe one",
    "These rules were to be checked again by %(day)s. Something may have changed since: ask before you act.",
    "This day cannot be right. Choose another one, or leave it empty.",
    "This day has passed: do it today.",
    "This is information from public sources, not legal advice. Rules change: check again before you act.",
    "This is the last screen.",
    "This may apply to you too",
    "This would not hold if one of these were different:",
    "Until you find out more, act as if Amina were asked of you",
    "We cannot name the day: the calendar of working days for that year is not published yet.",
    "We cannot say for sure yet. One of these is true of you:",
    "What else may be true",
    "Whom to ask",
    "Why, and who says so",
    "Your answers",
    "Your steps",
]
OF_ANSWERS = ["Change", "No", "Yes"]


@cached
def rules() -> dict[str, Any]:
    """The rulebook's bundle, with the version of share codes and the layouts of older ones."""
    found = bundle(current.rulebook())
    code, older = codes.current(current.rulebook()), codes.older(current.rulebook())
    return {**found, "code": code, "codes": older}


def words(phrases: Phrasebook) -> dict[str, Any]:
    """Everything that the pages of the self-check say in the active language; `version` is a hash of all the rest."""
    language = languages.active()
    found = {
        "rules": rules()["version"],
        "language": phrases.language,
        "interface": languages.interface(language),
        "texts": {key: text for key, text in phrases.texts.items() if text and key.startswith(SHOWN)},
        "urls": {name: reverse(route) for name, route in URLS.items()},
        "languages": [[*link, f"/{link[0]}/check/"] for link in languages.OWN_NAMES.items() if link[0] != language],
        **_said(),
        **_things(phrases.language),
    }
    return {"version": fingerprint(found), **found}


def addresses(phrases: Phrasebook) -> dict[str, Any]:
    """Where the bundle and the words are found; an editor's change shows within a minute."""
    version = cache.get(_key())
    if version is None:
        version = words(phrases)["version"]
        cache.set(_key(), version, A_MINUTE)
    return {
        "rules": reverse("selfcheck:bundle", args=[rules()["version"]]),
        "words": reverse("selfcheck:words", args=[version]),
        "scripts": scripts(),
    }


@cached
def scripts() -> list[str]:
    """The modules of the self-check, as static files."""
    folder = Path(str(finders.find("js/selfcheck")))
    return [f"js/selfcheck/{file.name}" for file in sorted(folder.glob("*.js"))]


def forget_versions() -> None:
    """Look up anew which version of the words in the active language is valid."""
    cache.delete(_key())


def _key() -> str:
    return f"selfcheck.words.{translation.get_language()}"


URLS = {
    "check": "selfcheck:check",
    "calendar": "selfcheck:calendar",
    "contacts": "guide:contacts",
    "rules": "openrules:rules",
}


def _said() -> dict[str, Any]:
    most = "At most {n} more question after this one.", "At most {n} more questions after this one."
    one, many = (text.format(n="%(n)s") for text in most)
    return {
        "say": {text: gettext(text) for text in SENTENCES}
        | {f"answer {text}": pgettext("answer", text) for text in OF_ANSWERS},
        "at_most": [ngettext(one, many, n) % {"n": n} for n in range(MOST_SCREENS)],
        "months": [month_pattern(month) for month in range(1, 13)],
        "certainty": {certainty.value: str(certainty.label) for certainty in Certainty},
        "sections": {id: str(title) for id, title in TIMINGS.items()},
        "most_to_find_out": results.MOST_TO_FIND_OUT,
    }


def month_pattern(month: int) -> str:
    """How a day of this month is written, with {d} for the day and {y} for the year."""
    return day(date(2222, month, 11)).replace("2222", "{y}").replace("11", "{d}")


def _things(language: str) -> dict[str, Any]:
    cited = {code for step in current.rulebook().steps.values() for code in step.sources}
    sources = Source.objects.in_language(language).filter(code__in=cited).order_by("code")
    rows = Entry.objects.published().titled_in(language).annotate(topic_slug=F("topic__slug"))
    entries = [InLanguage(entry, language) for entry in rows]
    wanted = [entry for entry in entries if entry.thing.steps or entry.thing.topic_slug == results.TROUBLE_TOPIC]
    return {
        "sources": {source.code: _source(InLanguage(source, language)) for source in sources},
        "entries": [_entry(entry) for entry in wanted],
        "entry_of": {step: at for at, entry in reversed(list(enumerate(wanted))) for step in entry.thing.steps},
        "troubles": [at for at, entry in enumerate(wanted) if entry.thing.topic_slug == results.TROUBLE_TOPIC],
        "contacts": [_contact(InLanguage(one, language)) for one in Contact.objects.in_language(language)],
    }


def _source(source: InLanguage) -> dict[str, Any]:
    note = f" ({source.thing.get_date_note_display()})" if source.thing.date_note else ""
    return {
        "address": source.thing.address,
        "publisher": source.publisher,
        "about": f"{partial_day(source.thing.date)}{note}. {source.thing.whose_word()}.",
        "says": source.says,
        "language": source.language,
    }


def _entry(entry: InLanguage) -> dict[str, str]:
    return {"address": entry.thing.get_absolute_url(), "title": entry.title, "language": entry.language}


def _contact(contact: InLanguage) -> dict[str, str]:
    return {
        "name": contact.name,
        "phone": contact.thing.phone,
        "display": contact.thing.phone_display,
        "note": contact.note,
        "language": contact.language,
    }
