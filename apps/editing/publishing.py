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
READ = "read"
# What somebody else has to have seen; "sources" stands for what the history holds no column of.
PARTS = ("title_ru", "short_answer_ru", "body_ru", "certainty", "facts", "steps")


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
    if unseen(entry, user):
        found.append(_("a second person: what you wrote last was read by nobody else"))
    return found


def unseen(entry: Any, user: Any) -> bool:
    """Say whether something in the entry was seen by its author alone, were this person to publish it."""
    found, readers = authors(entry)
    return any(not ({user.pk, *readers} - {author}) for author in found)


def authors(entry: Any) -> tuple[set[int], set[int]]:
    """Return who wrote what now stands in the Russian text and around it, and who has read it since."""
    found: dict[str, int] = {}
    readers: set[int] = set()
    open_parts = {*PARTS, "sources"}
    after: tuple[Any, ...] | None = None
    for who, why, *values in entry.history.values_list("history_user_id", "history_change_reason", *PARTS).iterator():
        if after:
            _attribute(found, open_parts, after, values)
        if not found and why == READ and who:
            readers.add(who)
        after = (who, why, values)
        if not open_parts:
            break
    else:
        _attribute(found, open_parts, after, [None] * len(PARTS))
    return {who for who in found.values() if who}, readers


def _attribute(found: dict[str, int], open_parts: set[str], after: Any, before: list[Any]) -> None:
    """What differs between two versions in a row was written by whoever made the later one."""
    who, why, values = after
    changed = {name for name, old, new in zip(PARTS, before, values, strict=True) if old != new}
    changed |= {"sources"} if "about" in (why or "").split() else set()  # the history holds no lists of other things
    found.update(dict.fromkeys(changed & open_parts, who or 0))
    open_parts -= changed


def have_read(entry: Entry, user: Any) -> None:
    """Keep that somebody has read these very words and agrees; any later change makes it void."""
    write(entry, {}, Edit(by=user, why=READ))


def set_published(entry: Entry, published: bool, user: Any, tag: str = "") -> None:
    write(entry, {"published": published}, Edit(by=user, why=f"{PUBLISHED if published else HIDDEN} {tag}".strip()))


def still_true(entry: Entry, user: Any, tag: str = "") -> None:
    """Say for all languages at once that an entry was looked up again today."""
    write(entry, {"checked_on": timezone.localdate()}, Edit(by=user, why=f"{STILL_TRUE} {tag}".strip()))


def overdue() -> Any:
    """Entries that nobody has confirmed in time, the longest first."""
    today = timezone.localdate()
    return [entry for entry in Entry.objects.published().order_by("checked_on") if entry.confirm_by() < today]


def soon(entry: Entry) -> bool:
    return bool(entry.confirm_by() < timezone.localdate() + timedelta(days=7))
