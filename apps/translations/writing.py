"""The one way to write texts: over the row as it is now, with what the change means, who made it and why."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from apps.translations import languages, meaning, states
from apps.translations.states import Edit, Severity
from apps.translations.worded import Worded


def held(things: QuerySet[Any]) -> QuerySet[Any]:
    """Things that nobody else writes until this transaction ends: what is decided about them stays true."""
    return things.select_for_update(of=("self",))


@transaction.atomic
def write(thing: Worded, values: Mapping[str, Any], edit: Edit) -> None:
    """Give a thing these values and save it; what is not named stays as somebody else may have left it."""
    if thing.pk:
        thing.refresh_from_db(from_queryset=held(type(thing)._default_manager.all()))
    before = _russian(thing)
    for name, value in values.items():
        setattr(thing, name, value)
    if thing.pk and edit.severity != Severity.MEANING and meaning.changed(before, _russian(thing), languages.ORIGINAL):
        edit = replace(edit, severity=Severity.MEANING)  # whatever its author says
    thing.save(edit=edit)


def _russian(thing: Worded) -> str:
    return "\n".join(states.texts(thing, languages.ORIGINAL).values())
