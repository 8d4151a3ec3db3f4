"""Typed readers of environment variables that fail loudly on a bad value."""

import os
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}


def flag(name: str, default: bool) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in TRUE | FALSE:
        return value in TRUE
    raise ImproperlyConfigured(f"{name}={value!r} is neither yes nor no. Write {name}=1 or {name}=0.")


def words(name: str) -> list[str]:
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def required(name: str, why: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {why}")
    return value


def required_words(name: str, why: str) -> list[str]:
    found = words(name)
    if not found:
        raise ImproperlyConfigured(f"{name} is not set. {why}")
    return found


def address(name: str, https: bool, hosts: list[str]) -> str:
    """An origin such as https://example.org; unless it is named, the first host that has a name of its own."""
    value = os.environ.get(name) or next((f"http{'s' * https}://{host}" for host in hosts if host[0] not in ".*"), "")
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or value != f"{parts.scheme}://{parts.netloc}":
        raise ImproperlyConfigured(f"{name}={value!r} is no origin. Write it like {name}=https://example.org")
    if not validate_host(parts.hostname, hosts):
        raise ImproperlyConfigured(f"{name}={value!r} is none of the ALLOWED_HOSTS. Add {parts.hostname} there.")
    return value


def mail(name: str) -> dict[str, Any]:
    """Read smtp://user:password@host:587/?from=editors@example.org, or smtps:// for TLS from the start."""
    address = urlsplit(os.environ.get(name, ""))
    if not address.scheme:
        return {"EMAIL_HOST": "", "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    sender = parse_qs(address.query).get("from", [""])[0]
    if address.scheme not in ("smtp", "smtps") or not address.hostname or "@" not in sender:
        raise ImproperlyConfigured(f"{name} cannot be read. Write it like this: {mail.__doc__}")
    return {
        "EMAIL_HOST": address.hostname,
        "EMAIL_PORT": address.port or (465 if address.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(address.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(address.password or ""),
        "EMAIL_USE_TLS": address.scheme == "smtp",
        "EMAIL_USE_SSL": address.scheme == "smtps",
        "EMAIL_TIMEOUT": 10,
        "DEFAULT_FROM_EMAIL": sender,
    }
