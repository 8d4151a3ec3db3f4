"""Many things in one go: above ten a second person decides, and whatever was done is undone as one."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.editing import po, publishing, roles, texts, versions
from apps.editing.models import Batch
from apps.guide.models import Citing, Entry
from apps.translations import writing
from apps.translations.states import Edit

AT_ONCE = 10  # things that one person may change with one click
Kind, State, Found = Batch.Kind, Batch.State, Batch.Found


def of_entries(kind: str, entries: Iterable[Entry], user: Any) -> Batch:
    """Publish or hide entries, or ask a second person to."""
    if not roles.may_publish(user):
        raise PermissionDenied
    things = [entry.pk for entry in entries]
    return _begin(Batch(kind=kind, author=user, things=things, number=len(things)), user)


def of_look_up(things: Collection[Citing], found: Mapping[str, str], user: Any) -> Batch:
    """Call those entries or contacts still true whose every source was looked up and still says so."""
    if not roles.may_publish(user):
        raise PermissionDenied
    held = [thing for thing in things if all(found.get(name) == Found.HOLDS for name in to_look_up(thing))]
    places = [(texts.kind_of(thing), thing.pk) for thing in held]
    return _begin(Batch(kind=Kind.CONFIRM, author=user, things=places, number=len(held), found=dict(found)), user)


def to_look_up(thing: Citing) -> list[str]:
    """The sources of a thing; of one without any, that nobody has answered it is looked up under its own name."""
    return [source.code for source in thing.sources.all()] or [f"{texts.kind_of(thing)}:{thing.pk}"]


def places(batch: Batch) -> list[tuple[str, int]]:
    """The kind and number of each thing; a bare number is an entry."""
    return [("entry", place) if isinstance(place, int) else (place[0], place[1]) for place in batch.things]


def of_file(content: bytes, language: str, user: Any) -> Batch:
    """Take a PO file over, or ask a second person to."""
    if not roles.may_translate(user, language):
        raise PermissionDenied
    outcome = po.tried(content, language, user)
    batch = Batch(kind=Kind.FILE, author=user, language=language, file=po.decoded(content))
    batch.refused, batch.doubtful = outcome.refused, outcome.doubtful
    batch.things, batch.number = sorted({change.place for change in outcome.changes}), outcome.changed
    return _begin(batch, user)


def may_decide(batch: Batch, user: Any) -> bool:
    """Say whether somebody may be the second person."""
    return batch.state == State.WAITING and batch.author_id != user.pk and _may(batch, user)


def deciders(batch: Batch) -> list[str]:
    """Who may be the second person; of nobody it has to be said what to do."""
    people = User.objects.filter(is_active=True, is_staff=True).order_by("username")
    return [person.get_full_name() or person.username for person in people if may_decide(batch, person)]


def may_undo(batch: Batch, user: Any) -> bool:
    return batch.state == State.DONE and (roles.may_translate(user, batch.language) or roles.may_publish(user))


@transaction.atomic
def accept(pk: int, user: Any) -> Batch:
    batch = _held(pk, State.WAITING)
    if not may_decide(batch, user):
        raise PermissionDenied
    return _apply(batch, user)


@transaction.atomic
def send_back(pk: int, user: Any, note: str) -> Batch:
    batch = _held(pk, State.WAITING)
    if not may_decide(batch, user) and batch.author_id != user.pk:
        raise PermissionDenied
    return _close(batch, State.SENT_BACK, user, note)


@transaction.atomic
def undo(pk: int, user: Any) -> tuple[int, list[str]]:
    """Put back all that a batch changed, but what somebody changed again since; return how many, and what was left."""
    batch = _held(pk, State.DONE)
    if not may_undo(batch, user):
        raise PermissionDenied
    found = list(_undone(batch, user))
    left = [name for name, undone in found if not undone]
    _close(batch, State.UNDONE, user, "")
    return len(found) - len(left), left


def _begin(batch: Batch, user: Any) -> Batch:
    if not batch.things:
        batch.state = State.DONE  # nothing to do, and nothing to keep
        return batch
    with transaction.atomic():
        batch.save()
        return batch if len(batch.things) > AT_ONCE else _apply(batch, user)


def _may(batch: Batch, user: Any) -> bool:
    if batch.kind == Kind.FILE and batch.language:
        return roles.may_translate(user, batch.language) or roles.may_review(user, batch.language)
    return roles.may_publish(user)


def _held(pk: int, state: str) -> Batch:
    batch = Batch.objects.select_for_update(of=("self",)).filter(pk=pk, state=state).first()
    if batch is None:
        raise ValidationError(_("Somebody has already decided about this."))
    return batch


def _apply(batch: Batch, user: Any) -> Batch:
    if batch.kind == Kind.FILE:
        outcome = po.read(batch.file.encode(), batch.language, batch.author, batch.tag)
        batch.number, batch.refused, batch.doubtful = outcome.changed, outcome.refused, outcome.doubtful
    else:
        batch.refused = list(_each(batch, user))
        batch.number -= len(batch.refused)
    return _close(batch, State.DONE, user, "")


def _each(batch: Batch, user: Any) -> Iterable[str]:
    """Do it to each thing; tell of those to which it cannot be done."""
    for kind, pk in places(batch):
        thing: Any = texts.find(kind, pk)
        if batch.kind == Kind.PUBLISH and (lacking := publishing.lacks(thing, user)):
            what = {"entry": texts.titled(thing), "lacking": "; ".join(str(part) for part in lacking)}
            yield _("“%(entry)s” stays hidden. It lacks: %(lacking)s.") % what
        else:
            DO[batch.kind](thing, user, batch.tag)


def _close(batch: Batch, state: str, user: Any, note: str) -> Batch:
    batch.state, batch.decided_by, batch.decided_at, batch.note = state, user, timezone.now(), note
    batch.file = "" if state != State.WAITING else batch.file
    batch.save()
    return batch


def _undone(batch: Batch, user: Any) -> Iterable[tuple[str, bool]]:
    for kind, pk in places(batch):
        thing = writing.held(texts.MODELS[kind].objects.all()).filter(pk=pk).first()
        if thing and (record := thing.history.filter(history_change_reason__endswith=batch.tag).first()):
            yield texts.titled(thing), _put_back(thing, record, batch, user)


def _put_back(thing: Any, record: Any, batch: Batch, user: Any) -> bool:
    before = record.prev_record
    names = [field.attname for field in record.tracked_fields if field.attname not in versions.SOURCES]
    changed = [name for name in names if getattr(before, name) != getattr(record, name)]
    if any(getattr(thing, name) != getattr(record, name) for name in changed):
        return False
    said = {name: getattr(before, name) for name in changed}
    if said.get("published") and publishing.lacks(thing, user):
        return False
    writing.write(thing, said, Edit(by=user, why=f"undone {batch.tag}"))
    return True


DO: dict[str, Callable[[Any, Any, str], None]] = {
    Kind.PUBLISH: lambda entry, user, tag: publishing.set_published(entry, True, user, tag),
    Kind.HIDE: lambda entry, user, tag: publishing.set_published(entry, False, user, tag),
    Kind.CONFIRM: publishing.still_true,
}
