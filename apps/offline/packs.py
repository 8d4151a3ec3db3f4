"""One language as one file: every page, style, script and word, all of one version."""

import json
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from csp.utils import build_policy
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import resolve, reverse
from django.utils.translation import gettext

from apps.amina import current
from apps.amina.phrasebook import phrasebook_in
from apps.finding import shelf
from apps.guide import pictures
from apps.offline import content, packing, public, releases
from apps.rules import fingerprint
from apps.selfcheck import phone

A_DAY = 86_400
HTML = "text/html; charset=utf-8"
TYPES = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8", "svg": "image/svg+xml"}


@dataclass(frozen=True)
class Pack:
    version: str
    body: bytes


def pack(request: HttpRequest, language: str) -> Pack:
    """Return the pack of a language, made anew only when its content, the release or the day has changed."""
    known_as = key(language)
    found: Pack | None = cache.get(known_as)
    if found is None:
        found = _made(request, language)
        cache.set(known_as, found, A_DAY)
    return found


def key(language: str) -> str:
    """What a pack depends on: also the day, because some pages say what is true of it, but not the host asked for."""
    return f"offline.pack.{current.today()}.{language}.{content.fingerprint(language)}"


def _made(request: HttpRequest, language: str) -> Pack:
    phone.forget_versions()  # a page of the pack names the phrases of the pack
    return packed(language, dict(_files(request, language)))


def packed(language: str, files: dict[str, tuple[str, str]]) -> Pack:
    """Files in the active language, each as its type and text by its path, as one file for the phone.

    Their paths are those below the site's beginning, which a mirror may have anywhere.
    """
    below = {path.lstrip("/"): (kind, _kept(kind, text)) for path, (kind, text) in files.items()}
    found = {
        "language": language,
        "months": [phone.month_pattern(month) for month in range(1, 13)],
        "saved": gettext("Saved on this phone: %(day)s"),
        "headers": {"Content-Security-Policy": _policy()},
        **packing.together(below),
    }
    version = fingerprint(found)
    return Pack(version, json.dumps({"version": version, **found}, ensure_ascii=False, separators=(",", ":")).encode())


def _policy() -> str:
    """In one order: django-csp's is another one in each process, and so would be the pack's version."""
    return "; ".join(sorted(build_policy().split("; ")))


def _kept(kind: str, text: str) -> str:
    return packing.for_people(text) if kind == HTML else text


def _files(request: HttpRequest, language: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for page in public.pages():
        path = page.path()
        yield path, (HTML, _page(request, path))
    for name in static_files():
        yield static(name), (type_of(name), releases.static_text(name))
    yield reverse("finding:index"), ("application/json", shelf.shelf().file)
    book = phrasebook_in(language)
    addresses = phone.addresses(book)
    yield addresses["rules"], ("application/json", _json(phone.rules()))
    yield addresses["phrases"], ("application/json", _json(phone.phrases(book)))


def type_of(name: str) -> str:
    return TYPES[name.rpartition(".")[2]]


def static_files() -> list[str]:
    """The static files that the pages need."""
    drawings = sorted({picture.file for picture in pictures.BESIDE.values()})
    return [
        "css/site.css",
        "css/check.css",
        "css/flow.css",
        "js/site.js",
        *drawings,
        *phone.scripts(),
        *phone.helpers_scripts(),
        *shelf.scripts(),
    ]


def _page(request: HttpRequest, path: str) -> str:
    """The page as its own address serves it at the site's home."""
    inner, home = copy(request), urlsplit(settings.SITE_ADDRESS)
    inner.META = {**request.META, "HTTP_HOST": home.netloc, "wsgi.url_scheme": home.scheme}
    inner.path = inner.path_info = path
    inner.method = "GET"
    inner.for_pack = True  # type: ignore[attr-defined]  # such a page is read on days that nobody knows yet
    found = resolve(path)
    return str(found.func(inner, *found.args, **found.kwargs).content.decode())


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
