"""Typed readers of environment variables that fail loudly on a bad value."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}
LOOPBACK = ("127.0.0.1", ".localhost", "localhost", "[::1]")
SHORTEST_KEY = 50  # signs, as Django itself asks


def flag(name: str, default: bool) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in TRUE | FALSE:
        return value in TRUE
    raise ImproperlyConfigured(f"{name}={value!r} is neither yes nor no. Write {name}=1 or {name}=0.")


def words(name: str) -> list[str]:
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def strong_key(name: str) -> str:
    key = os.environ.get(name, "")
    if len(key) < SHORTEST_KEY or len(set(key)) < 10 or key.startswith("django-insecure-"):
        fault = "is too weak" if key else "is not set"
        make = "python -c 'import secrets; print(secrets.token_urlsafe(50))'"
        raise ImproperlyConfigured(f"{name} {fault}. Make one: {make}")
    return key


def own_key(file: Path) -> str:
    """The key that `make run` made for this machine, or one that nobody knows and that lives as long as this process."""
    made = file.read_text("utf-8").strip() if file.exists() else ""
    return os.environ.get("SECRET_KEY") or made or secrets.token_urlsafe(50)


def hosts(name: str) -> list[str]:
    found = words(name)
    if not found:
        raise ImproperlyConfigured(f"{name} is not set. Name the hosts that serve the site, separated by commas.")
    if wild := [host for host in found if "*" in host or not host.strip(".")]:
        raise ImproperlyConfigured(f"{name}={','.join(wild)} would take any host. Name those that serve the site.")
    return found


def this_machine(name: str) -> list[str]:
    found = words(name) or [*LOOPBACK]
    if others := [host for host in found if host not in LOOPBACK and not host.endswith("localhost")]:
        raise ImproperlyConfigured(f"{name}={','.join(others)}: DEBUG=1 is for this machine only. Write DEBUG=0.")
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
    if not os.environ.get(name):
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
