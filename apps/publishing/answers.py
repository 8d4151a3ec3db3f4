"""An answer as it is sent: made ready once, so that a request only has to choose among its forms."""

import re
from functools import lru_cache
from http import HTTPStatus

from apps.publishing.copies import Copy, Headers

Sent = tuple[str, list[tuple[str, str]], bytes]

REFUSED = re.compile(r";\s*q=0(\.0*)?\s*$")
ABOUT_THE_BODY = ("Content-Type", "Content-Language", "Content-Disposition")


class Answer:
    def __init__(self, copy: Copy) -> None:
        self.etag = copy.etag
        status = f"{copy.status} {HTTPStatus(copy.status).phrase}"
        self._forms: dict[str, Sent] = {
            encoding: (status, _headers(copy, encoding, body), body) for encoding, body in copy.forms.items()
        }
        unchanged = [header for header in _headers(copy, "gzip", b"") if header[0] not in (*ABOUT_THE_BODY, *OF_A_FORM)]
        self._unchanged: Sent = ("304 Not Modified", unchanged, b"")

    def to(self, accepted: str, known: str | None) -> Sent:
        """The smallest form that a client accepts, or word that it has it already."""
        if known and self.etag and (known == "*" or self.etag in _tags(known)):
            return self._unchanged
        encoding = next((one for one in _encodings(accepted) if one in self._forms), "")
        return self._forms[encoding]


OF_A_FORM = ("Content-Encoding", "Content-Length")


def _headers(copy: Copy, encoding: str, body: bytes) -> list[tuple[str, str]]:
    own: Headers = (("Content-Length", str(len(body))),)
    if copy.etag:  # weak where a form differs by bytes alone
        own += (("ETag", f'W/"{copy.etag}"' if encoding else f'"{copy.etag}"'),)
    if encoding:
        own += (("Content-Encoding", encoding),)
    return [*copy.headers, *own]


@lru_cache(maxsize=256)
def _encodings(accepted: str) -> tuple[str, ...]:
    named = {part.partition(";")[0].strip().lower() for part in accepted.split(",") if not REFUSED.search(part)}
    return tuple(encoding for encoding in ("br", "gzip") if encoding in named)


@lru_cache(maxsize=256)
def _tags(known: str) -> frozenset[str]:
    return frozenset(tag.strip().removeprefix("W/").strip('"') for tag in known.split(","))
