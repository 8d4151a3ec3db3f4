"""What changed between two texts, word by word."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WORDS = re.compile(r"\s*\S+|\s+$")
MOST_STEPS = 3_000_000  # of the comparison, whose cost may grow with the third power of the length


def marked(old: str, new: str) -> SafeString:
    """Return the new text with what was added and what was taken away marked in it."""
    return format_html_join("", "{}", ((part,) for part in _parts(WORDS.findall(old), WORDS.findall(new))))


def _parts(old: list[str], new: list[str]) -> Iterator[SafeString | str]:
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    yield "".join(new[:start])
    yield from _changed(old[start : len(old) - end], new[start : len(new) - end])
    yield "".join(new[len(new) - end :])


def _shared(old: list[str], new: list[str]) -> int:
    return next(
        (place for place, both in enumerate(zip(old, new, strict=False)) if both[0] != both[1]), min(len(old), len(new))
    )


def _changed(old: list[str], new: list[str]) -> Iterator[SafeString | str]:
    for kind, start, end, new_start, new_end in _operations(old, new):
        gone, come = "".join(old[start:end]), "".join(new[new_start:new_end])
        if kind == "equal":
            yield come
            continue
        if gone:
            yield format_html("<del>{}</del>", gone)
        if come:
            yield format_html("<ins>{}</ins>", come)


def _operations(old: list[str], new: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """Compare word by word what a person can have written; of anything longer say only that it was replaced."""
    times = Counter(new)
    if sum(times[word] for word in old) * min(len(old), len(new)) > MOST_STEPS:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
