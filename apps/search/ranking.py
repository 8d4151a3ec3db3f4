"""The documents that a query names, best first, and how sure that is. Whole numbers only: every engine agrees on them."""

from dataclasses import dataclass
from math import isqrt

from apps.search.folding import words
from apps.search.index import BEGINNING, Held, Index, grams

MOST_WORDS = 24
SAME, ALIKE = 1000, 200  # words less alike than that have nothing to do with each other


@dataclass(frozen=True)
class Hit:
    id: str
    score: int


@dataclass(frozen=True)
class Found:
    """What was found: the hits, and how much more of the query the best of them explains than chance would."""

    hits: list[Hit]
    sureness: int


def find(index: Index, query: str) -> Found:
    """Return every document that shares something with the query, best first, ties by id."""
    asked = _asked(index, query)
    scores: dict[int, int] = {}
    for word in asked:
        for document, score in _scores(index, word).items():
            scores[document] = scores.get(document, 0) + score
    most = sum(2 * _rarity(index, index.words.get(word)) for word in asked)
    hits = [Hit(index.ids[document], score) for document, score in scores.items()]
    hits.sort(key=lambda hit: (-hit.score, hit.id))
    return Found(hits, hits[0].score // (1 + isqrt(most * index.rarity[0])) if hits else 0)


def parts(index: Index, query: str) -> dict[str, dict[str, int]]:
    """Return for each word of a query what it adds to the score of each document."""
    return {
        word: {index.ids[document]: score for document, score in _scores(index, word).items()}
        for word in _asked(index, query)
    }


def _asked(index: Index, query: str) -> list[str]:
    return list(dict.fromkeys(words(query, index.alphabet)))[:MOST_WORDS]


def _scores(index: Index, word: str) -> Held:
    likely = _alike(index, word)
    scores = _likeness(index, likely)
    start, share = index.beginnings.get(word[:BEGINNING], {}), SAME
    if likely and not start:
        nearest, share = max(likely, key=lambda pair: pair[1])
        start = index.beginnings[nearest[:BEGINNING]]
    rarity = _rarity(index, start)
    for document, weight in start.items():
        scores[document] = scores.get(document, 0) + share * weight * rarity // SAME
    return scores


def _likeness(index: Index, likely: list[tuple[str, int]]) -> Held:
    """For each document the best of its words that are like the one asked for."""
    best: Held = {}
    for known, alike in likely:
        held = index.words[known]
        worth = alike * _rarity(index, held)
        for document, weight in held.items():
            best[document] = max(best.get(document, 0), worth * weight // SAME)
    return best


def _alike(index: Index, word: str) -> list[tuple[str, int]]:
    parts = grams(word)
    shared: dict[int, int] = {}
    for part in parts:
        for number in index.grams.get(part, ()):
            shared[number] = shared.get(number, 0) + 1
    found = []
    for number, common in shared.items():
        alike = SAME * common * common // (len(parts) * index.sizes[number])
        if alike >= ALIKE:
            found.append((index.likely[number], alike))
    return found


def _rarity(index: Index, held: Held | None) -> int:
    return index.rarity[len(held or ())]
