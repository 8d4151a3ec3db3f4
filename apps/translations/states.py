"""How true a translation is, computed from what the texts say and never from clocks or ticked boxes."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.translations import gate, languages

NOW = "now"
WARNINGS = ["", UNREVIEWED := "unreviewed", OUTDATED := "outdated"]


class State(models.TextChoices):
    MISSING = "missing", _("missing")
    DRAFT = "draft", _("draft")
    CHECKED = "checked", _("checked by back-translation")
    REVIEWED = "reviewed", _("reviewed by a native speaker")
    STALE = "stale", _("stale")


class Severity(models.TextChoices):
    """What a change of the Russian text means for its translations."""

    TYPO = "typo", _("only a typo: the translations stay as they are")
    WORDING = "wording", _("other words, same meaning")
    MEANING = "meaning", _("the meaning changed: readers of other languages are warned at once")


RANKS = ("", Severity.TYPO, Severity.WORDING, Severity.MEANING)


@dataclass(frozen=True)
class Edit:
    """What is known of a save beyond the texts: nothing said means the meaning may have changed."""

    severity: str = Severity.MEANING
    made_from: str = ""  # the hash of the Russian text the new translation was made from, NOW for the present one
    by: Any = None
    why: str = ""  # for the history


UNSAID = Edit()


@dataclass
class Claim:
    """What is known of one translated text: what it says the same as, and who found so."""

    originals: list[str]  # hashes of the Russian texts it says the same as
    state: str = State.DRAFT
    by: int | None = None
    reviewer: str = ""
    on: str = ""
    note: str = ""
    severity: str = ""
    sent_back: bool = False
    recorded: str = ""

    def stored(self) -> dict[str, Any]:
        # Not asdict(), which takes ten times as long to find out that there is nothing in it to copy.
        return {**vars(self), "originals": [*self.originals]}

    def original_changed(self, old: str, new: str, severity: str) -> None:
        """A typo leaves a fresh translation fresh; anything else is remembered by how much it matters."""
        if new in self.originals:
            return
        if old not in self.originals:
            self.severity = max(self.severity, severity, key=RANKS.index)
        elif severity == Severity.TYPO:
            self.originals.append(new)
        else:
            self.severity = severity


def read_claims(stored: Mapping[str, Any] | None) -> dict[str, Claim]:
    return {text: Claim(**{**values, "originals": [*values["originals"]]}) for text, values in (stored or {}).items()}


def text_hash(texts: Mapping[str, Any]) -> str:
    """Return the hash of one thing's texts in one language by field; an empty text counts as no text."""
    said = {name: " ".join(gate.clean(text).split()) for name, text in texts.items() if text}
    said = {name: text for name, text in said.items() if text}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


def hashes(thing: models.Model) -> dict[str, str]:
    """Return the hash of every language the thing is complete in."""
    return {code: text_hash(texts(thing, code)) for code in languages.filled(thing)}


def texts(thing: models.Model, language: str) -> dict[str, str]:
    return {name: getattr(thing, f"{name}_{language}") or "" for name in languages.read_fields(type(thing))}


def of(hashes: Mapping[str, str], language: str, claims: Mapping[str, Claim]) -> State:
    """Return the state of one translation, given the hashes of the present texts and what is claimed of which."""
    if language not in hashes:
        return State.MISSING
    claim = claims.get(hashes[language])
    if claim is None:
        return State.DRAFT
    return State(claim.state) if hashes[languages.ORIGINAL] in claim.originals else State.STALE


def warning(hashes: Mapping[str, str], language: str, claims: Mapping[str, Claim]) -> str:
    """Return what a reader must be told of a translation: nothing, UNREVIEWED or OUTDATED."""
    state = of(hashes, language, claims)
    if language == languages.ORIGINAL or state in (State.MISSING, State.REVIEWED):
        return ""
    reworded = state == State.STALE and claims[hashes[language]].severity == Severity.WORDING
    return OUTDATED if state == State.STALE and not reworded else UNREVIEWED
