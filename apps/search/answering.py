"""What a reader gets for a query: things to read, and how much to promise about them."""

from dataclasses import dataclass

from apps.search.index import Index
from apps.search.ranking import Found, find

MOST = 7
ANSWERS, CLOSE = 460, 110  # how sure we must be to promise an answer, or to show anything
NEAR = 700  # of 1000: a matter that scores so near to the best is meant as well

ELSEWHERE, EVADING, URGENT = "elsewhere", "evading", "urgent"


@dataclass(frozen=True)
class Answer:
    """The band (answers, close or nothing), the ids to show, and whether help comes before reading."""

    band: str
    ids: list[str]
    urgent: bool = False


def answer(index: Index, query: str) -> Answer:
    """Return at most seven things to read, best first."""
    found = _surest(index, query)
    if not found.hits or found.sureness < CLOSE:
        return Answer("nothing", [], _names(index, found, URGENT))
    kind, leads = index.matters.get(found.hits[0].id, ("", []))
    ids = [*(leads if kind != ELSEWHERE else ()), *(hit.id for hit in found.hits if hit.id not in index.matters)]
    band = "answers" if found.sureness >= ANSWERS and kind != ELSEWHERE else "close"
    return Answer(band, list(dict.fromkeys(ids))[:MOST], _names(index, found, URGENT))


def switched(index: Index, query: str) -> str:
    """The query as the other layout of the keyboard would have written it."""
    latin, cyrillic = index.keys
    pairs = zip(latin + cyrillic, cyrillic + latin, strict=True)
    return query.lower().translate({ord(key): other for key, other in pairs})


def _surest(index: Index, query: str) -> Found:
    found = find(index, query)
    if found.sureness >= ANSWERS:
        return found
    other = find(index, switched(index, query))
    return other if other.sureness >= ANSWERS and other.sureness > 2 * found.sureness else found


def _names(index: Index, found: Found, kind: str) -> bool:
    return any(
        index.matters.get(hit.id, ("",))[0] == kind and 1000 * hit.score >= NEAR * found.hits[0].score
        for hit in found.hits[:3]
    )
