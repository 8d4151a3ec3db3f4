"""Every row of the table of figures: which questions are asked, how they are typed, and in whose guide."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.search import perturbing, queries
from benchmarks.search.queries import Query

SEED = 20261129


@dataclass(frozen=True)
class Trial:
    """A text to be searched for in the guide of a language."""

    row: str
    language: str
    text: str
    slugs: tuple[str, ...]
    aside: bool
    writer: str


ROWS: dict[str, tuple[Callable[[Query], bool], Callable[[str, random.Random], str]]] = {
    "as asked": (lambda query: True, lambda text, chance: text),
    "one to four words": (lambda query: query.short, lambda text, chance: text),
    "Latin letters": (lambda query: query.language not in ("en", "ro", "az", "uz"), perturbing.latin),
    "special letters dropped": (
        lambda query: perturbing.plain(query.text) != query.text.lower(),
        lambda text, chance: perturbing.plain(text),
    ),
    "a typo in every long word": (lambda query: True, perturbing.mistyped),
    "Uzbek in the other script": (
        lambda query: query.language == "uz",
        lambda text, chance: perturbing.other_script(text),
    ),
}
IN_RUSSIAN = "Russian in another language's guide"
OUTSIDE = "out of the field"


def every(languages: list[str]) -> Iterator[Trial]:
    chance = random.Random(SEED)
    for query in queries.every():
        if not query.slugs:
            yield _trial(OUTSIDE, query.language, query, query.text)
            continue
        for row, (wanted, typed) in ROWS.items():
            if wanted(query):
                yield _trial(row, query.language, query, typed(query.text, chance))
        if query.language == "ru":
            for language in languages:
                if language != "ru":
                    yield _trial(IN_RUSSIAN, language, query, query.text)


def _trial(row: str, language: str, query: Query, text: str) -> Trial:
    return Trial(row, language, text, query.slugs, query.aside, query.writer)
