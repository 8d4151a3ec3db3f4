"""Telling people what happened to their account: by mail where mail is set up, and when they come in next."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import gettext as _

from apps.accounts.models import Happening

Kind = Happening.Kind
WORTH_TELLING = (Kind.FAILED, Kind.LOCKED_OUT, Kind.ENROLLED, Kind.NEW_CODES, Kind.RESET, Kind.PASSWORD, Kind.POWER)


def tell(person: Any, text: str, request: HttpRequest | None = None) -> None:
    if settings.EMAIL_HOST and person.email:
        person.email_user(
            _("Your account at Amina Guide"), f"{text}\n\n{_('If this was not you, tell an administrator.')}"
        )
    if request:
        messages.warning(request, f"{text} {_('If this was not you, tell an administrator.')}")


def what_happened_since(request: HttpRequest) -> None:
    """Tell whoever has just signed in what was done to the account since they were here last."""
    assert isinstance(request.user, User)
    own = Happening.objects.filter(person=request.user)
    earlier = own.filter(kind=Kind.SIGNED_IN)[1:2]
    since = own.filter(kind__in=WORTH_TELLING, at__gt=earlier[0].at) if earlier else own.none()
    for kind in dict.fromkeys(since.values_list("kind", flat=True)):
        number = since.filter(kind=kind).count()
        told = {"what": Kind(kind).label, "number": number}
        messages.warning(request, _("Since you signed in last: %(what)s (%(number)s×).") % told)
