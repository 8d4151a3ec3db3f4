"""What an entry needs before readers may see it, and the word that it is still true."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.guide.certainty import Certainty
from apps.guide.models import Entry
from apps.translations.states import Edit
from apps.translations.writing import write

STILL_TRUE = "still true"
PUBLISHED, HIDDEN = "published", "hidden"
NO_TEXT = (STILL_TRUE, PUBLISHED, HIDDEN)


def lacks(entry: Entry, user: Any) -> list[str | Promise]:
    """Return what is missing before this person may publish this entry."""
    found: list[str | Promise] = []
    if entry.certainty not in Certainty.values:
        found.append(_("its certainty"))
    if entry.certainty != Certainty.NO_PUBLIC_ANSWER and not entry.sources.exists():
        found.append(_("a source"))
    if entry.checked_on > timezone.localdate():
        found.append(_("the day it was checked on"))
    if "ru" not in entry.hashes:
        found.append(_("the Russian text"))
    if last_editor(entry) == user.pk:
        found.append(_("a second person: you wrote it last"))
    return found


def last_editor(entry: Any) -> int | None:
    """Return who last changed the Russian text or what stands around it."""
    for who, reason in entry.history.values_list("history_user_id", "history_change_reason"):
        touched = (reason or "").split()
        if reason not in NO_TEXT and (not reason or {"ru", "about"} & set(touched)):
            return who if who is None else int(who)
    return None


def set_published(entry: Entry, published: bool, user: Any) -> None:
    write(entry, {"published": published}, Edit(by=user, why=PUBLISHED if published else HIDDEN))


def still_true(entry: Entry, user: Any) -> None:
    """Say for all languages at once that an entry was looked up again today."""
    write(entry, {"checked_on": timezone.localdate()}, Edit(by=user, why=STILL_TRUE))


def overdue() -> Any:
    """Entries that nobody has confirmed in time, the longest first."""
    today = timezone.localdate()
    return [entry for entry in Entry.objects.published().order_by("checked_on") if entry.confirm_by() < today]


def soon(entry: Entry) -> bool:
    return bool(entry.confirm_by() < timezone.localdate() + timedelta(days=7))
