"""A reviewer's word on a translation: never on their own, never on one that is not up to date."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.editing import roles, texts
from apps.translations import claiming, states
from apps.translations.states import Claim, State
from apps.translations.writing import held


@transaction.atomic
def review(kind: str, pk: int, language: str, user: Any, data: Any) -> None:
    """Accept a translation or send it back with a note, as the form says."""
    if kind not in texts.MODELS or not roles.may_review(user, language):
        raise PermissionDenied
    thing: Any = get_object_or_404(held(texts.MODELS[kind].objects.all()), pk=pk)
    _same_text(thing, language, data.get("text", ""), user)
    today, name = timezone.localdate(), user.get_full_name() or user.get_username()
    if "send_back" not in data:
        claiming.reviewed(thing, language, name, today)
    elif note := data.get("note", "").strip():
        claiming.sent_back(thing, language, name, today, note)
    else:
        raise ValidationError(_("Write what should be better, then send it back."))


def _same_text(thing: Any, language: str, text: str, user: Any) -> Claim:
    claims = texts.claims(thing, language)
    state = states.of(thing.hashes, language, claims)
    claim = claims.get(thing.hashes.get(language, ""))
    if not claim or state in (State.MISSING, State.STALE):
        raise ValidationError(_("This translation is not up to date. It has to be brought up to date first."))
    if claim.by == user.pk:
        raise PermissionDenied  # nobody reviews their own text
    if text != thing.hashes[language]:
        raise ValidationError(_("The text has changed since you read it. Read it again."))
    return claim
