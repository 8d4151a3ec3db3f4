"""Whose failed attempts are counted together, told apart without keeping a name, an address or what was typed."""

import hashlib
import hmac
import ipaddress
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest

NEIGHBOURS = {4: 32, 6: 64}  # bits: who has one address of version 6 has the 64 bits behind it, too


def address_of(request: HttpRequest) -> str:
    """A stand-in for the address that the nearest proxy saw, or who connected: the same for the same, and no way back."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    address = _address(forwarded.rpartition(",")[2]) or _address(request.META.get("REMOTE_ADDR", "")) or "nowhere"
    return str(ipaddress.IPv6Address(b"\xfd" + _digest(address)[:15]))


def name_of(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str | None:
    """The name of somebody who has an account; anything else may be a password typed in the wrong place."""
    from django.contrib.auth.models import User

    name = str((credentials or {}).get("username") or "")
    if not name or User.objects.filter(username=name.replace("\0", "")).exists():
        return name or None
    return "?" + _digest(name).hex()[:32]


def forget_what_was_typed(instance: Any, **kwargs: Any) -> None:
    instance.get_data = instance.post_data = ""


def _address(text: str) -> str:
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return ""
    return str(ipaddress.ip_network((address, NEIGHBOURS[address.version]), strict=False))


def _digest(text: str) -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), text.encode(), hashlib.sha256).digest()
