"""The history of one thing: what each save changed, in words, and the way back, in one language or in all."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.safestring import SafeString

from apps.editing import diffs, in_words, proposing, publishing, reasons, roles
from apps.translations import languages
from apps.translations.states import Edit, Severity

SHOWN = 40
SOURCES = {"cites": "sources"}  # what the history keeps of other things, and the field that leads to them


@dataclass(frozen=True)
class Difference:
    name: str
    language: str  # or nothing
    field: str
    text: SafeString


@dataclass(frozen=True)
class Version:
    id: int
    when: Any
    who: str
    reason: str
    said: list[reasons.Reason]
    differences: list[Difference]
    restorable: list[str]  # languages


def of(thing: Any, user: Any, language: str = "") -> list[Version]:
    """Return the newest versions that changed something, or that changed one language."""
    found: list[Version] = []
    record = None
    for before in chain(thing.history.select_related("history_user").iterator(200), [None]):
        changed: list[Difference] = _between(thing, before, record) if record else []
        changed = [one for one in changed if not language or one.language == language]
        if record and changed and not _one_more_confirmation(record, found):
            found.append(_version(thing, record, changed, user))
        if len(found) == SHOWN:
            break
        record = before
    return found


def _version(thing: Any, record: Any, changed: list[Difference], user: Any) -> Version:
    who, why = str(record.history_user or ""), _why(record)
    touched = sorted({one.language for one in changed if one.language})
    restorable = [code for code in touched if may_restore(user, thing, code)]
    return Version(record.pk, record.history_date, who, why, reasons.of(why), changed, restorable)


def _one_more_confirmation(record: Any, found: list[Version]) -> bool:
    """Of confirmations in a row the newest is enough, or they would hide the changes behind them."""
    return bool(found and all(why.startswith(publishing.STILL_TRUE) for why in (_why(record), found[-1].reason)))


def _why(record: Any) -> str:
    return record.history_change_reason or ""


def _between(thing: Any, before: Any, record: Any) -> list[Difference]:
    names = [field.attname for field in record.tracked_fields]
    return list(_differences(type(thing), names, before, record)) if before else _beginning(thing, names, record)


def _beginning(thing: Any, names: list[str], record: Any) -> list[Difference]:
    return [one for one in _differences(type(thing), names, None, record) if one.text]


def _differences(model: Any, names: Collection[str], old: Any, new: Any) -> Iterator[Difference]:
    """What differs between two versions, or between a version and the thing itself."""
    for name in names:
        both = [getattr(one, name) if one else None for one in (old, new)]
        if (both[0] or "") == (both[1] or "") or (name in SOURCES and old and None in both):  # it was not kept then
            continue
        said = [in_words.value(model, name, value) for value in both]
        yield Difference(name, in_words.language(model, name), in_words.field(model, name), diffs.marked(*said))


def at(thing: Any, day: date) -> Any:
    """The version that stood at the end of a day."""
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    return thing.history.filter(history_date__lt=end).first()


def may_restore(user: Any, thing: Any, language: str) -> bool:
    """Whoever may change a text may put it back; where readers see it, that is a proposal like any other."""
    if language != languages.ORIGINAL:
        return roles.may_translate(user, language)
    return roles.may_write(user)


def restorable(user: Any, thing: Any) -> list[str]:
    return [code for code in languages.CODES if may_restore(user, thing, code)]


def differences(thing: Any, record: Any, codes: Collection[str], around: bool = False) -> list[Difference]:
    """Return what putting a version back would change in these languages, and around them."""
    return list(_differences(type(thing), _columns(thing, codes, around), thing, record))


def restore(
    thing: Any, record: Any, codes: Collection[str], severity: str, user: Any, tag: str = "", around: bool = False
) -> bool:
    """Put languages back, or propose it where readers see it; whatever was known of those words counts again."""
    if not codes or not all(may_restore(user, thing, code) for code in codes):
        raise PermissionDenied
    severity = severity if severity in Severity.values else Severity.MEANING
    changed = {one.name for one in differences(thing, record, codes, around)}
    held = {name for name in changed if in_words.language(type(thing), name) in ("", languages.ORIGINAL)}
    waits = held if proposing.must(thing, user) else set()
    if waits:
        proposing.keep(thing, _said(record, waits), severity, user)
    if changed - waits or not waits:
        why = f"{' '.join(codes)} {tag or f'restored:{record.pk}'}"
        proposing.give(thing, _said(record, changed - waits), Edit(severity, by=user, why=why))
    return not waits


def _said(record: Any, names: Collection[str]) -> dict[str, Any]:
    found = {name: getattr(record, name) for name in names if name not in SOURCES}
    return found | {SOURCES[name]: _cited(record, name) for name in names if name in SOURCES}


def _cited(record: Any, name: str) -> list[int]:
    field = record.instance_type._meta.get_field(SOURCES[name])
    return sorted(field.related_model.objects.filter(code__in=getattr(record, name)).values_list("pk", flat=True))


def _columns(thing: Any, codes: Collection[str], around: bool) -> list[str]:
    found = [f"{name}_{code}" for code in codes for name in languages.translated_fields(type(thing))]
    parts = publishing.PARTS.get(type(thing), ()) if around else ()
    return found + [name for name in parts if not in_words.language(type(thing), name)]
