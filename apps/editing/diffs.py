"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WORDS = re.compile(r"\s+|[^\s]+")


def marked(old: str, new: str) -> SafeString:
    """Return the new text with what was added and what was taken away marked in it."""
    return format_html_join("", "{}", ((part,) for part in _parts(WORDS.findall(old), WORDS.findall(new))))


def _parts(old: list[str], new: list[str]) -> Iterator[SafeString | str]:
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[start:end]), "".join(new[new_start:new_end])
        if kind == "equal":
            yield come
            continue
        if gone:
            yield format_html("<del>{}</del>", gone)
        if come:
            yield format_html("<ins>{}</ins>", come)
