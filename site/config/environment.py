"""Typed readers of environment variables that fail loudly on a bad value."""

import os
from urllib.parse import urlsplit

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
