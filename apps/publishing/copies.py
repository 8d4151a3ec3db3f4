"""One answer in the forms in which it travels, as it lies in the folder of a node."""

import gzip
import hashlib
from dataclasses import dataclass

import brotli

from apps.publishing.rendering import Rendered

WORTH_IT = 200  # bytes, as in Django's own middleware
BROTLI = 9  # the best grade takes twenty times as long for a tenth less
SMALL, LARGE = 16, 22  # bits of the window; what fits the small one takes a tenth of the time in it
OURS = ("Content-Length", "ETag", "Vary")

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Copy:
    status: int
    headers: Headers
    etag: str  # nothing where nobody may keep it
    forms: dict[str, bytes]  # by their encoding; "" is the form that everybody understands


def copy_of(found: Rendered) -> Copy:
    headers = tuple((name, value) for name, value in found.headers if name not in OURS)
    forms = {"": found.body}
    if len(found.body) >= WORTH_IT:
        forms |= {"gzip": gzip.compress(found.body, mtime=0), "br": _brotli(found.body)}
        headers += (("Vary", "Accept-Encoding"),)
    return Copy(found.status, headers, _etag(found), forms)


def _brotli(body: bytes) -> bytes:
    window = SMALL if len(body) < 1 << SMALL else LARGE
    return bytes(brotli.compress(body, quality=BROTLI, lgwin=window))


def _etag(found: Rendered) -> str:
    headers = dict(found.headers)
    if "no-store" in headers.get("Cache-Control", ""):
        return ""
    return headers.get("ETag", "").strip('"') or hashlib.sha256(found.body).hexdigest()[:32]
