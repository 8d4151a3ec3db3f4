"""Secrets as the database keeps them: keys of second factors encrypted, backup codes as keyed hashes."""

import base64
import hashlib
import hmac
import os
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    AnyCharField = models.CharField[Any, Any]
else:
    AnyCharField = models.CharField

NONCE = 12  # bytes
HEX_KEY = 40  # signs, as the package makes them
CODE = 16  # signs, the width of the package's column


class Secret(AnyCharField):
    def deconstruct(self) -> Any:
        name, _, arguments, named = super().deconstruct()
        return name, "django.db.models.CharField", arguments, named  # for the package's own migrations


class Sealed(Secret):
    """Text that is encrypted on its way into the database and readable in Python."""

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return value and unsealed(value)

    def get_prep_value(self, value: Any) -> Any:
        return value and sealed(value)


class Hashed(Secret):
    """Text of which the database keeps the hash: it can be looked for, and never be read."""

    def get_prep_value(self, value: Any) -> Any:
        return value and hashed(value)


def sealed(text: str) -> str:
    nonce = os.urandom(NONCE)
    return base64.b64encode(nonce + _cipher(settings.SECRET_KEY).encrypt(nonce, bytes.fromhex(text), None)).decode()


def unsealed(text: str) -> str:
    """Return the key of a second factor; one that was sealed under another SECRET_KEY lets nobody in."""
    data = base64.b64decode(text)
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return _cipher(secret).decrypt(data[:NONCE], data[NONCE:], None).hex()
        except InvalidTag:
            continue
    return os.urandom(HEX_KEY // 2).hex()


def hashed(text: str) -> str:
    digest = hmac.new(_key(settings.SECRET_KEY, "backup codes"), text.encode(), hashlib.sha256).digest()
    return base64.b32encode(digest).decode()[:CODE]


def seal_the_second_factors() -> None:
    """Two columns of a package whose models cannot be replaced: only how their values are kept is ours."""
    from django_otp.plugins.otp_static.models import StaticToken
    from django_otp.plugins.otp_totp.models import TOTPDevice

    TOTPDevice._meta.get_field("key").__class__ = Sealed
    StaticToken._meta.get_field("token").__class__ = Hashed


def _cipher(secret: Any) -> AESGCM:
    return AESGCM(_key(secret, "second factors"))


def _key(secret: Any, purpose: str) -> bytes:
    return hashlib.sha256(f"amina guide, {purpose}: {secret}".encode()).digest()
