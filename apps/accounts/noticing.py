"""What happens at the door is written down by signals, so that no way in is forgotten."""

import logging
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, User
from django.db.models.signals import m2m_changed, pre_save
from simple_history.models import HistoricalRecords

from apps.accounts.models import Happening

door = logging.getLogger("door")
POWERS = ("is_active", "is_staff", "is_superuser")
CHANGES = {"post_add": "+", "post_remove": "−", "post_clear": "− all"}


def note(kind: str, person: User | None, by: User | None = None, detail: str = "") -> None:
    by = by or person
    Happening.objects.create(kind=kind, person=person, by=by, detail=detail[:200])
    door.info("%s: account %s by %s %s", kind, person and person.pk, by and by.pk, detail)


def listen() -> None:
    from axes.models import AccessAttempt
    from axes.signals import user_locked_out
    from django.contrib.auth.signals import user_logged_in, user_login_failed

    from apps.accounts import failures, sessions

    pre_save.connect(failures.forget_what_was_typed, AccessAttempt, dispatch_uid="forget")
    user_logged_in.connect(_signed_in, dispatch_uid="signed in")
    user_logged_in.connect(sessions.begin, dispatch_uid="begin")
    user_login_failed.connect(_failed, dispatch_uid="failed")
    user_locked_out.connect(_locked_out, dispatch_uid="locked out")
    pre_save.connect(_changed, User, dispatch_uid="changed")
    m2m_changed.connect(_given, User.groups.through, dispatch_uid="given")
    m2m_changed.connect(_given, User.user_permissions.through, dispatch_uid="permitted")
    m2m_changed.connect(_given, Group.permissions.through, dispatch_uid="group permitted")


def _signed_in(user: User, **kwargs: Any) -> None:
    note(Happening.Kind.SIGNED_IN, user)


def _failed(credentials: dict[str, Any], **kwargs: Any) -> None:
    note(Happening.Kind.FAILED, User.objects.filter(username=str(credentials.get("username", ""))).first())


def _locked_out(username: str, **kwargs: Any) -> None:
    note(Happening.Kind.LOCKED_OUT, User.objects.filter(username=username or "").first())


def _changed(instance: User, **kwargs: Any) -> None:
    before = User.objects.filter(pk=instance.pk).first() if instance.pk else None
    if before is None:
        return
    if before.password != instance.password and not _only_rehashed(instance):
        note(Happening.Kind.PASSWORD, instance, _who())
    if changed := [name for name in POWERS if getattr(before, name) != getattr(instance, name)]:
        detail = " ".join(f"{'+' if getattr(instance, name) else '−'}{name}" for name in changed)
        note(Happening.Kind.POWER, instance, _who(), detail)


def _only_rehashed(user: User) -> bool:
    """Django renews an old hash when its owner signs in; nobody has changed a password then."""
    return user._password is not None and user.check_password(user._password) and _who() is None  # type: ignore[attr-defined]


def _given(instance: Any, action: str, model: Any, pk_set: Iterable[int] | None, **kwargs: Any) -> None:
    if action in CHANGES:
        names = ", ".join(str(thing) for thing in model.objects.filter(pk__in=pk_set or ()))
        person = instance if isinstance(instance, User) else None
        detail = f"{'' if person else f'{instance} '}{CHANGES[action]} {names}"
        note(Happening.Kind.POWER, person, _who(), detail)


def _who() -> User | None:
    user = getattr(getattr(HistoricalRecords.context, "request", None), "user", None)
    return user if user is not None and user.is_authenticated else None
