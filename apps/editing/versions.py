"""The history of one thing: what each save changed, per language, and putting one language back."""

from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.safestring import SafeString

from apps.editing import diffs, proposing, publishing, roles, texts
from apps.translations import languages, writing
from apps.translations.states import Edit, Severity

SHOWN = 40


@dataclass(frozen=True)
class Version:
    id: int
    when: Any
    who: str
    reason: str
    differences: list[tuple[str, str, SafeString]]  # language or "", field, marked text

    @property
    def languages(self) -> list[str]:
        return sorted({language for language, _, _ in self.differences if language})


def of(thing: Any, language: str = "") -> list[Version]:
    """Return the newest versions that changed something, or that changed one language."""
    found: list[Version] = []
    record = None
    for before in chain(thing.history.select_related("history_user").iterator(200), [None]):
        changed = record and [part for part in _between(before, record) if not language or part[0] == language]
        if record and changed and not _one_more_confirmation(record, found):
            found.append(Version(record.pk, record.history_date, str(record.history_user or ""), _why(record), changed))
        if len(found) == SHOWN:
            break
        record = before
    return found


def _one_more_confirmation(record: Any, found: list[Version]) -> bool:
    """Of confirmations in a row the newest is enough, or they would hide the changes behind them."""
    return bool(found and all(why.startswith(publishing.STILL_TRUE) for why in (_why(record), found[-1].reason)))


def _why(record: Any) -> str:
    return record.history_change_reason or ""


def _between(before: Any, record: Any) -> list[tuple[str, str, SafeString]]:
    found = []
    for field in record.tracked_fields:
        old, new = _said(before, field.attname), _said(record, field.attname)
        if old != new:
            found.append((_language(field.name), str(field.verbose_name), diffs.marked(old, new)))
    return found


def _said(record: Any, name: str) -> str:
    value = getattr(record, name) if record else None
    return "" if value is None else str(value)


def _language(name: str) -> str:
    stem, _, code = name.rpartition("_")
    return code if stem and code in languages.CODES and name != "address_ru" else ""


def may_restore(user: Any, thing: Any, language: str) -> bool:
    if language != languages.ORIGINAL:
        return roles.may_translate(user, language)
    return roles.may_write(user) and (roles.may_publish(user) or not texts.is_public(thing))


def differences(thing: Any, record: Any, language: str) -> list[tuple[str, SafeString]]:
    """Return what putting a version back would change in one language."""
    return [
        (str(thing._meta.get_field(name).verbose_name), diffs.marked(_said(thing, name), _said(record, name)))
        for name in _columns(thing, language)
        if _said(thing, name) != _said(record, name)
    ]


def restore(thing: Any, version: int, language: str, severity: str, user: Any) -> bool:
    """Put one language back, or propose it where readers see it; whatever was known of those words counts again."""
    if not may_restore(user, thing, language):
        raise PermissionDenied
    record = thing.history.get(pk=version)
    said = {name: getattr(record, name) for name in _columns(thing, language)}
    severity = severity if severity in Severity.values else Severity.MEANING
    if language == languages.ORIGINAL and proposing.needs_another(thing, user):
        changed = {name: text or "" for name, text in said.items() if text != getattr(thing, name)}
        proposing.keep(thing, {name: _said(thing, name) for name in changed}, changed, severity, user)
        return False
    writing.write(thing, said, Edit(severity, by=user, why=f"{language} restored:{version}"))
    return True


def _columns(thing: Any, language: str) -> list[str]:
    return [f"{name}_{language}" for name in languages.translated_fields(type(thing))]
