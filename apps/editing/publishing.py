"""What a thing needs before readers may see it, when it may be hidden, and the word that it is still true."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from apps.amina import current
from apps.guide.certainty import Certainty
from apps.guide.models import Citing, Contact, Entry, Source, Topic
from apps.translations import languages
from apps.translations.states import Edit
from apps.translations.writing import write

STILL_TRUE = "still true"
PUBLISHED, HIDDEN = "published", "hidden"
READ = "read"
WITHDRAWN, GIVEN_BACK = "withdrawn", "given-back"
# What somebody else has to have seen before readers do.
PARTS = {
    Entry: ("title_ru", "short_answer_ru", "body_ru", "certainty", "facts", "steps", "cites"),
    Topic: ("title_ru", "summary_ru"),
    Source: ("publisher_ru", "says_ru", "kind", "relayed", "date", "date_note", "address", "facts"),
    Contact: (
        "name_ru",
        "note_ru",
        "kind",
        "phone",
        "phone_display",
        "address_ru",
        "site",
        "certainty",
        "facts",
        "cites",
    ),
}


def lacks(thing: Any, user: Any) -> list[str | Promise]:
    """Return what is missing before this person may let readers see a thing."""
    found = list(_around(thing)) if isinstance(thing, Citing) else []
    if isinstance(thing, Entry) and not thing.topic.published:
        found.append(_("a topic that readers see"))
    if languages.ORIGINAL not in thing.hashes:
        found.append(_("the Russian text"))
    if unseen(thing, user):
        found.append(_("a second person: what you wrote last was read by nobody else"))
    return found


def _around(thing: Any) -> Iterator[str | Promise]:
    if thing.certainty not in Certainty.values:
        yield _("its certainty")
    unanswered = isinstance(thing, Entry) and thing.certainty == Certainty.NO_PUBLIC_ANSWER
    if not unanswered and not thing.sources.published().exists():
        yield _("a source")
    if thing.checked_on > timezone.localdate():
        yield _("the day it was checked on")


def holds(thing: Any) -> list[str]:
    """Return what readers see and would lose its topic or its only source, were this hidden."""
    if isinstance(thing, Topic):
        return [*thing.entries.published().values_list("title_ru", flat=True)]
    if not isinstance(thing, Source):
        return []
    cited = {code for step in current.rulebook().steps.values() for code in step.sources}
    found = [gettext("the self-check")] if thing.code in cited else []
    answers = thing.entries.published().exclude(certainty=Certainty.NO_PUBLIC_ANSWER)
    for others, title in ((answers, "title_ru"), (thing.contacts.published(), "name_ru")):
        alone = others.exclude(pk__in=others.filter(sources__in=Source.objects.published().exclude(pk=thing.pk)))
        found += alone.values_list(title, flat=True)
    return found


def unseen(thing: Any, user: Any) -> bool:
    """Say whether something in a thing was seen by its author alone, were this person to publish it."""
    found, readers = authors(thing)
    return any(not ({user.pk, *readers} - {author}) for author in found)


def authors(thing: Any) -> tuple[set[int], set[int]]:
    """Return who wrote what now stands in the Russian text and around it, and who has read it since."""
    parts = PARTS[type(thing)]
    found: dict[str, int] = {}
    readers: set[int] = set()
    open_parts = {*parts}
    after: tuple[Any, ...] | None = None
    for who, why, *values in thing.history.values_list("history_user_id", "history_change_reason", *parts).iterator():
        if after:
            _attribute(found, open_parts, after, dict(zip(parts, values, strict=True)))
        if not found and why == READ and who:
            readers.add(who)
        after = (who, dict(zip(parts, values, strict=True)))
        if not open_parts:
            break
    else:
        _attribute(found, open_parts, after, dict.fromkeys(parts))
    return {who for who in found.values() if who}, readers


def _attribute(found: dict[str, int], open_parts: set[str], after: Any, before: dict[str, Any]) -> None:
    """What differs between two versions in a row was written by whoever made the later one."""
    who, values = after
    changed = {name for name in open_parts if before[name] != values[name]}
    found.update(dict.fromkeys(changed, who or 0))
    open_parts -= changed


def have_read(thing: Any, user: Any) -> None:
    """Keep that somebody has read these very words and agrees; any later change makes it void."""
    write(thing, {}, Edit(by=user, why=READ))


def set_published(thing: Any, published: bool, user: Any, tag: str = "") -> None:
    write(thing, {"published": published}, Edit(by=user, why=f"{PUBLISHED if published else HIDDEN} {tag}".strip()))


def withhold(thing: Any, language: str, user: Any) -> None:
    """Let readers of one language see the Russian text, labelled as such, until somebody has mended theirs."""
    write(thing, {"withheld": sorted({*thing.withheld, language})}, Edit(by=user, why=f"{WITHDRAWN} {language}"))


def give_back(thing: Any, language: str, user: Any) -> None:
    left = [code for code in thing.withheld if code != language]
    write(thing, {"withheld": left}, Edit(by=user, why=f"{GIVEN_BACK} {language}"))


def still_true(thing: Any, user: Any, tag: str = "") -> None:
    """Say for all languages at once that an entry or a contact was looked up again today."""
    write(thing, {"checked_on": timezone.localdate()}, Edit(by=user, why=f"{STILL_TRUE} {tag}".strip()))


def overdue() -> Any:
    """Entries that nobody has confirmed in time, the longest first."""
    today = timezone.localdate()
    return [entry for entry in Entry.objects.published().order_by("checked_on") if entry.confirm_by() < today]


def soon(entry: Entry) -> bool:
    return bool(entry.confirm_by() < timezone.localdate() + timedelta(days=7))
