"""All things with texts, by the kind that states, proposals and files name them with."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.text import Truncator

from apps.amina.models import Phrase
from apps.guide import models
from apps.translations import languages, states, writing
from apps.translations.models import TranslationState
from apps.translations.worded import Worded

MODELS: dict[str, Any] = {
    "entry": models.Entry,
    "topic": models.Topic,
    "source": models.Source,
    "contact": models.Contact,
    "phrase": Phrase,
}
NAMES = {"entry": "slug", "topic": "slug", "source": "code", "contact": "slug", "phrase": "key"}

# By what one chooses a thing from a list.
TITLES = {
    "entry": ("title_ru",),
    "topic": ("title_ru",),
    "source": ("publisher_ru", "date", "code"),
    "contact": ("name_ru",),
    "phrase": ("text_ru",),
}
LONGEST_TITLE = 80


def kind_of(thing: Any) -> str:
    return str(thing._meta.model_name)


def find(kind: str, pk: int) -> Worded:
    found: Worded = MODELS[kind].objects.get(pk=pk)
    return found


def known_as(kind: str, keys: Iterable[str]) -> dict[str, Any]:
    """Hold and return, by key, what files call so, or else what has this address now."""
    named = Q(shipped__id__in=keys) | Q(**{f"{NAMES[kind]}__in": keys})
    held = [*writing.held(MODELS[kind].objects.filter(named))]
    return {getattr(thing, NAMES[kind]): thing for thing in held} | {thing.known_as: thing for thing in held}


def titled(thing: Any) -> str:
    """What people call a thing: its Russian title, never its address or id."""
    return told(getattr(thing, name) for name in TITLES[kind_of(thing)])


def told(parts: Iterable[Any]) -> str:
    return Truncator(", ".join(str(part) for part in parts if part)).chars(LONGEST_TITLE)


def is_public(thing: Worded) -> bool:
    """Say whether readers see the thing now."""
    if isinstance(thing, models.Source):
        return bool(thing.pk) and models.Source.objects.filter(pk=thing.pk).cited().exists()
    return bool(getattr(thing, "published", True)) and bool(thing.pk)


def claims(thing: Worded, language: str) -> dict[str, states.Claim]:
    return known(thing).get(language, {})


def known(thing: Worded) -> dict[str, dict[str, states.Claim]]:
    """Return what is claimed of every translation of a thing, by language, in one query."""
    return {row.language: row.read() for row in TranslationState.objects.of(thing)} if thing.pk else {}


def all_states(thing: Worded, known: dict[str, dict[str, states.Claim]]) -> dict[str, states.State]:
    return {code: states.of(thing.hashes, code, known.get(code, {})) for code in languages.TARGETS}


def made_from(thing: Any, claim: states.Claim) -> dict[str, str] | None:
    """Return the Russian text a translation was made from, if it is in the history."""
    names = languages.read_fields(type(thing))
    for version in thing.history.values(*(f"{name}_{languages.ORIGINAL}" for name in names))[:100]:
        texts = {name: version[f"{name}_{languages.ORIGINAL}"] or "" for name in names}
        if states.text_hash(texts) in claim.originals:
            return texts
    return None
