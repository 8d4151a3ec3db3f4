"""The second factors of one person: an app for codes, passkeys. One of them always stays."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django_otp import devices_for_user
from django_otp.plugins.otp_static.models import StaticDevice
from two_factor.plugins.webauthn.models import WebauthnDevice

from apps.accounts import noticing, sessions, telling
from apps.accounts.models import Happening

DEFAULT = "default"  # the name by which the package knows the factor that it asks for first


@dataclass(frozen=True)
class Factor:
    id: str
    passkey: bool
    made: datetime | None
    used: datetime | None
    removable: bool


def of(person: Any) -> list[Factor]:
    devices = _devices(person)
    return [_factor(device, person, len(devices)) for device in devices]


def added(request: HttpRequest) -> None:
    """End every session that began without the new factor, and tell."""
    person = request.user
    assert isinstance(person, User)
    request.session.cycle_key()
    ended = sessions.end_others(person, request.session.session_key)
    if ended:
        messages.info(request, _("Everybody else who was signed in under your name has been signed out."))
    noticing.note(Happening.Kind.ENROLLED, person)
    telling.tell(person, _("A second factor was set up for your account."), request)


@transaction.atomic
def remove(request: HttpRequest, id: str) -> None:
    person = User.objects.select_for_update().get(username=request.user.get_username())
    if not any(factor.id == id and factor.removable for factor in of(request.user)):
        raise PermissionDenied
    for device in _devices(person):
        if device.persistent_id == id:
            device.delete()
    first, *_others = _devices(person)
    type(first).objects.filter(pk=first.pk).update(name=DEFAULT)
    sessions.end_others(person, request.session.session_key)
    noticing.note(Happening.Kind.RESET, person)
    telling.tell(person, _("A second factor of your account was removed."), request)


def _devices(person: Any) -> list[Any]:
    """All but backup codes, the one that is asked for first before the others."""
    found = [device for device in devices_for_user(person) if not isinstance(device, StaticDevice)]
    return sorted(found, key=lambda device: (device.name != DEFAULT, device.persistent_id))


def _factor(device: Any, person: Any, number: int) -> Factor:
    """What this session was opened with is at hand, so it stays; so does the last one."""
    removable = number > 1 and device != person.otp_device
    return Factor(
        device.persistent_id, isinstance(device, WebauthnDevice), device.created_at, device.last_used_at, removable
    )
