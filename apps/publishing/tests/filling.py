"""A node's folder with some of the answers in it, as a publisher leaves it."""

import pickle
import time
from collections.abc import Iterable
from typing import Any
from wsgiref.util import setup_testing_defaults

from apps.publishing import addresses, words
from apps.publishing.copies import copy_of
from apps.publishing.folder import Folder, Valid
from apps.publishing.rendering import rendered
from apps.publishing.serving import PublicSite
from apps.translations import kept

PAGES = ["/ky/", "/ky/q/moved/", "/ky/check/", "/uz-cyrl/", addresses.missing("ky"), "/ky/check/phrases.-.json"]


def fill(folder: Folder, paths: Iterable[str] = PAGES, code: str = "ky") -> Valid:
    kept.use(words.once)
    pages = {path: folder.keep(pickle.dumps(copy_of(rendered(path)))) for path in paths}
    pages[words.PREFIX + code] = folder.keep(words.in_language(code))
    kept.use(kept.anew)
    valid = Valid("1 2026-11-29", True, time.time(), pages)
    folder.put(valid)
    return valid


def ask(site: PublicSite, path: str, method: str = "GET", **environ: Any) -> tuple[str, dict[str, str], bytes]:
    asked: dict[str, Any] = {"PATH_INFO": path, "REQUEST_METHOD": method, "HTTP_HOST": "127.0.0.1", **environ}
    setup_testing_defaults(asked)
    said: list[Any] = []
    body = b"".join(site(asked, lambda *started: said.extend(started)))
    return said[0], dict(said[1]), body
