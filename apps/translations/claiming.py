"""What people say of a translation, kept with the very text they said it of."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction

from apps.translations import languages
from apps.translations.models import TranslationState
from apps.translations.states import Claim, State
from apps.translations.worded import Worded

BY_EDITOR = "by an editor"


def checked(thing: Worded, language: str, on: date, note: str = "") -> None:
    _amend(thing, language, lambda claim: _settle(claim, State.CHECKED, "", on, note))


def reviewed(thing: Worded, language: str, reviewer: str, on: date) -> None:
    _amend(thing, language, lambda claim: _settle(claim, State.REVIEWED, reviewer, on, ""))


def sent_back(thing: Worded, language: str, reviewer: str, on: date, note: str) -> None:
    def send_back(claim: Claim) -> None:
        _settle(claim, State.DRAFT, reviewer, on, note)
        claim.sent_back = True

    _amend(thing, language, send_back)


def confirmed(thing: Worded, language: str, by: Any) -> None:
    """The translation says what the Russian says now, though its words stay as they are: a draft of the new text."""

    def confirm(claim: Claim) -> None:
        claim.originals, claim.severity = [thing.hashes[languages.ORIGINAL]], ""
        claim.state, claim.reviewer, claim.on = State.DRAFT, "", ""
        claim.by = by.pk if by else None

    _amend(thing, language, confirm)


def _settle(claim: Claim, state: str, reviewer: str, on: date, note: str) -> None:
    claim.state, claim.reviewer, claim.on, claim.note = state, reviewer, str(on), note
    claim.sent_back = False


def _amend(thing: Worded, language: str, amend: Callable[[Claim], None]) -> None:
    with transaction.atomic():
        row = TranslationState.objects.select_for_update().of(thing).get(language=language)
        claims = row.read()
        claim = claims[thing.hashes[language]]
        amend(claim)
        claim.recorded = BY_EDITOR
        if row.write(claims):
            row.save(update_fields=["claims"])
