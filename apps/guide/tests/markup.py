"""What is wrong with a page, whatever it says."""

import re
from collections.abc import Iterator
from typing import Any

import html5lib

INLINE = ("style=", "<style", "onclick")
ELSEWHERE = re.compile(r'(?:src|srcset|action|rel="stylesheet" href)="(https?:[^"]+)')


def complaints(r: Any, language: str) -> Iterator[str]:
    """Name what keeps a page from being there, in this language, valid and private."""
    if r.status_code != 200:
        yield f"answers {r.status_code}"
    if r.cookies:
        yield "sets a cookie"
    if f'<html lang="{language}">' not in r.text:
        yield "claims another language"
    yield from (f"is not valid: {error} at {place}" for place, error, _ in errors(r.text))
    yield from (f"loads {address}" for address in ELSEWHERE.findall(r.text))
    yield from (f"has {inline} inline" for inline in INLINE if inline in r.text)


def errors(html: str) -> list[Any]:
    parser = html5lib.HTMLParser()
    parser.parse(html)
    return list(parser.errors)
