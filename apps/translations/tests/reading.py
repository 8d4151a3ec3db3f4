"""A page as its reader meets it: every piece of text with the language it claims to be in."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "hr"}
SILENT = {"script", "style"}
# Read aloud, or shown by messengers and search engines.
SPOKEN_ATTRIBUTES = ("aria-label", "alt", "placeholder", "data-done")


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        language = given.get("lang") or self.language
        for name in SPOKEN_ATTRIBUTES:
            self._heard(language, given.get(name) or "")
        if tag == "meta" and (given.get("name") == "description" or (given.get("property") or "").endswith("title")):
            self._heard(language, given.get("content") or "")
        if tag not in VOID:
            self.open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1][0] not in SILENT:
            self._heard(self.language, data)

    @property
    def language(self) -> str:
        return self.open[-1][1] if self.open else ""

    def _heard(self, language: str, text: str) -> None:
        text = re.sub(r"\s+", " ", text).strip()
        if re.search(r"[^\W\d_]", text):
            self.found.append((language, text))


def texts(html: str) -> Iterator[tuple[str, str]]:
    """Yield (language, text) for all that is read on a page or read aloud."""
    reader = Reader()
    reader.feed(html)
    yield from reader.found
