"""Removing the second factor of somebody who lost it: by whoever runs the server, or by two administrators."""

from datetime import timedelta

from axes.utils import reset as forget_failures
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_otp import devices_for_user

from apps.accounts import noticing, sessions, telling
from apps.accounts.models import Happening, ResetRequest

VALID = timedelta(days=1)  # a request that nobody agreed to in this time is void


def remove(person: User, by: User | None = None) -> int:
    """Remove all devices, end all sessions and lock-outs, and tell; return how many devices there were."""
    removed = len([device.delete() for device in devices_for_user(person, confirmed=None)])
    sessions.end_others(person, None)
    forget_failures(username=person.username)
    noticing.note(Happening.Kind.RESET, person, by)
    telling.tell(person, _("The second factor of your account was removed. You set up a new one when you sign in."))
    return removed


def open_request(person: User) -> ResetRequest | None:
    since = timezone.now() - VALID
    return ResetRequest.objects.filter(person=person, agreed_by=None, asked_at__gt=since).last()


def may_ask(person: User, by: User) -> bool:
    return person.pk != by.pk and open_request(person) is None


def may_agree(person: User, by: User) -> bool:
    request = open_request(person)
    return request is not None and by.pk not in (person.pk, request.asked_by_id)


def ask(person: User, by: User) -> None:
    if not may_ask(person, by):
        raise PermissionDenied
    ResetRequest.objects.create(person=person, asked_by=by)
    telling.tell(person, _("An administrator asked to remove the second factor of your account."))


@transaction.atomic
def agree(person: User, by: User) -> None:
    User.objects.select_for_update().get(pk=person.pk)
    request = open_request(person)
    if request is None or not may_agree(person, by):
        raise PermissionDenied
    request.agreed_by = by
    request.save()
    remove(person, by)
