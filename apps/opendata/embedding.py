"""Which answer an address names, and how another site shows it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host
from django.utils import translation
from django.utils.translation import gettext

from apps.handouts import framing
from apps.handouts.framing import HEIGHT, WIDTH
from apps.translations import languages

PAGE = re.compile(r"^(?:/embed)?/([a-z-]+)/q/([-\w]+)/?$")


@dataclass(frozen=True)
class Named:
    language: str
    slug: str


def named(address: str) -> Named | None:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return None
    found = PAGE.match(parts.path)
    if not found or found[1] not in languages.OWN_NAMES or not _ours(host):
        return None
    return Named(found[1], found[2])


def told(named: Named, title: str, asked: Mapping[str, str]) -> dict[str, Any]:
    width, height = _within(asked.get("maxwidth", ""), WIDTH), _within(asked.get("maxheight", ""), HEIGHT)
    with translation.override(named.language):
        name = gettext("Amina Guide")
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": name,
        "provider_url": settings.SITE_ADDRESS,
        "cache_age": 3600,
        "width": width,
        "height": height,
        "html": framing.frame(named.language, named.slug, title, width, height),
    }


def _ours(host: str) -> bool:
    return validate_host(host, [urlsplit(settings.SITE_ADDRESS).hostname or "", *settings.ALLOWED_HOSTS])


def _within(most: str, wanted: int) -> int:
    return min(int(most), wanted) if most.isdecimal() and len(most) < 6 and int(most) else wanted
