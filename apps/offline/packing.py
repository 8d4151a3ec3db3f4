"""Texts that have much in common as one: a piece that stands in several of them is written down once.

Compression looks back 32 KB, too little to notice that all pages begin and end alike.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import Any

# A private letter stands for a piece, the first of them for the page's own address below its language.
OWN, FIRST, MOST = "\ue000", 0xE001, 6_399
PRIVATE = re.compile("[\ue000-\uf8ff]")
# What is said at some length ends with its clause, its element or the value in an address, of messengers too.
SAID = re.compile(r'([^<>"\n=]{15,}?(?= – |%20http|[.!?:;։&<>"\n=]|$))')
TO_MACHINES = re.compile(
    r'<meta (?:property|name="description")[^>]*>\s*'
    r'|<link rel="(?:canonical|alternate)"[^>]*>\s*'
    r'|<script type="application/ld\+json">.*?</script>\s*',
    re.DOTALL,
)
BLANKS = re.compile(r"(<(?P<kept>textarea|pre)\b.*?</(?P=kept)>|<[^>]*>)|\n\s*\n", re.DOTALL)


def for_people(page: str) -> str:
    """A page without what only messengers and search engines read, and without empty lines between its elements."""
    return BLANKS.sub(lambda found: found[1] or "\n", TO_MACHINES.sub("", page))


def together(files: dict[str, tuple[str, str]]) -> dict[str, Any]:
    """Each path with its type and its text, where private letters stand for the pieces that several have."""
    texts = {path: _own(path, PRIVATE.sub("", text)) for path, (_, text) in files.items()}
    pieces = {path: list(_pieces(text)) for path, text in texts.items()}
    inseparable = _inseparable(pieces.values())
    runs = {path: list(_runs(found, inseparable)) for path, found in pieces.items()}
    letters = _letters(chain.from_iterable(runs.values()))
    told = {path: (kind, "".join(letters.get(run, run) for run in runs[path])) for path, (kind, _) in files.items()}
    return {"shared": list(letters), "files": told}


def _own(path: str, text: str) -> str:
    """Every page names itself in each language: with one letter for its address these lines are alike."""
    own = path.partition("/")[2]
    return text.replace(f"/{own}", f"/{OWN}") if own.endswith("/") else text


def _pieces(text: str) -> Iterator[str]:
    """Lines, and in them every clause of some length, because it is said in other places too."""
    for line in text.splitlines(keepends=True):
        yield from filter(None, SAID.split(line))


def _inseparable(texts: Iterable[list[str]]) -> set[tuple[str, str]]:
    """Pairs of which neither ever stands without the other."""
    after: defaultdict[str, set[str]] = defaultdict(set)
    before: defaultdict[str, set[str]] = defaultdict(set)
    for pieces in texts:
        for one, other in pairwise(["", *pieces, ""]):
            after[one].add(other)
            before[other].add(one)
    return {
        (one, other) for one in after for other in after[one] if other and len(after[one]) == len(before[other]) == 1
    }


def _runs(pieces: list[str], inseparable: set[tuple[str, str]]) -> Iterator[str]:
    run = ""
    for one, other in pairwise([*pieces, ""]):
        run += one
        if (one, other) not in inseparable:
            yield run
            run = ""


def _letters(runs: Iterable[str]) -> dict[str, str]:
    """A letter for each run that is worth one, in the order in which they are first met."""
    times = Counter(runs)
    worth = {run for run, count in times.most_common(MOST) if count > 1 and len(run) > 4}
    return {run: chr(FIRST + at) for at, run in enumerate(run for run in times if run in worth)}
