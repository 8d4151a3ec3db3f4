"""The whole public site as files that work below any path of any web server."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation

from apps.mirrors import moving
from apps.offline import packs
from apps.publishing import addresses
from apps.publishing.rendering import rendered
from apps.translations import languages

HTML, JSON = "text/html; charset=utf-8", "application/json"
ALONE = ["robots", "service_worker"]
ICONS = ["icons/icon-192.png", "icons/icon-512.png"]


class Unrendered(Exception):
    """An address that the site itself could not answer."""


def files(codes: Iterable[str] = tuple(languages.OWN_NAMES)) -> Iterator[tuple[str, bytes]]:
    """Every file of the mirror by its path, one language after the other."""
    every = addresses.every()
    for code in codes:
        with translation.override(code):
            yield from _language(code, [address for address in every if address.startswith(f"/{code}/")])
    yield "index.html", render_to_string("mirrors/choose.html", {"languages": languages.OWN_NAMES}).encode()
    for address in map(reverse, ALONE):
        yield address[1:], _body(address)
    for name in [*packs.static_files(), "css/booklet.css", *ICONS]:
        yield static(name)[1:], _static(name)


def path_of(address: str) -> str:
    return address[1:] + ("index.html" if address.endswith("/") else "")


def _language(code: str, paths: list[str]) -> Iterator[tuple[str, bytes]]:
    """The pages and files of a language, and its pack made of them: what is saved on a phone is the mirror's own."""
    pack, check = reverse("offline:pack"), reverse("selfcheck:check")
    # All pages once more, and what names the site's own addresses: as they are, and not in the pack.
    whole = [*map(reverse, ("mirrors:file", "mirrors:booklet", "news:atom", "news:json"))]
    kept: dict[str, tuple[str, str]] = {}
    for address in paths:
        if address == pack:
            continue
        text = _body(address).decode()
        if address in whole:
            yield path_of(address), moving.page(text, address).encode() if address.endswith("/") else text.encode()
            continue
        if address.endswith("/"):
            kept[address] = (HTML, moving.page(text, address, _line(address)))
        else:
            # The self-check's files are read by its page, wherever they stand themselves.
            at = check if address.startswith(check) else address
            kept[address] = (JSON, moving.data(text, at))
    for address, (_, text) in kept.items():
        yield path_of(address), text.encode()
    manifest = reverse("offline:manifest")
    own = {static(name): (packs.type_of(name), _static(name).decode()) for name in packs.static_files()}
    saved = {**{address: one for address, one in kept.items() if address != manifest}, **own}
    yield path_of(pack), packs.packed(code, saved).body


def _line(address: str) -> str:
    """Where a copy comes from, and of what day it is."""
    here = f"{settings.SITE_ADDRESS}{address}"
    known = {"home": settings.SITE_ADDRESS.partition("://")[2], "here": here, "day": timezone.localdate()}
    return render_to_string("mirrors/includes/copy.html", known)


def _body(address: str) -> bytes:
    answer = rendered(address)
    if answer.status != 200:
        raise Unrendered(f"{address} answers with {answer.status}")
    return answer.body


def _static(name: str) -> bytes:
    stored = getattr(staticfiles_storage, "stored_name", None)
    if stored is None:
        raise Unrendered("Static files are not collected: run with DEBUG=0 after collectstatic, as make export does.")
    return Path(staticfiles_storage.path(stored(name))).read_bytes()
