"""An index as it is searched: what each word, and each beginning of words, says of the documents."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from apps.search.alphabets import Alphabet
from apps.search.building import FIRST_LETTER, FIRST_SIGN

Held = dict[int, int]  # document → how much a word counts there

BEGINNING = 4


class Index:
    def __init__(self, data: Mapping[str, Any]) -> None:
        self.ids: list[str] = data["ids"]
        self.matters: dict[str, tuple[str, list[str]]] = data["matters"]
        self.keys: list[str] = data["keys"]
        self.rarity: list[int] = data["rarity"]
        self.alphabet = Alphabet(**data["alphabet"])
        held = dict(zip(_words(data["words"]), _held(data["held"], data["counts"]), strict=True))
        self.words = {word: _weighed(counts, data["halves"]) for word, counts in held.items()}
        self.beginnings = {start: _weighed(counts, data["halves"]) for start, counts in _beginnings(held).items()}
        self.likely = list(self.words)
        self.grams: defaultdict[str, list[int]] = defaultdict(list)
        self.sizes = []
        for number, word in enumerate(self.likely):
            parts = grams(word)
            self.sizes.append(len(parts))
            for part in parts:
                self.grams[part].append(number)


def grams(word: str) -> list[str]:
    """Pairs of letters with the ends of the word, and its beginning twice more; a number is like no other."""
    if word.isdigit():
        return [word]
    marked = f"^{word}$"
    pairs = [marked[at : at + 2] for at in range(len(word) + 1)]
    return list(dict.fromkeys([*pairs, marked[:3], marked[:4]]))


def _words(text: str) -> Iterator[str]:
    word = ""
    for shared, rest in re.findall("([A-Z])([^A-Z]*)", text):
        word = word[: ord(shared) - FIRST_LETTER] + rest
        yield word


def _held(documents: str, counts: str) -> Iterator[Held]:
    rest = map(_number, counts)
    for signs in documents.split(" ") if documents else []:  # other spaces are numbers
        yield dict(zip(map(_number, signs), rest, strict=False))


def _number(sign: str) -> int:
    return ord(sign) - FIRST_SIGN


def _beginnings(held: Mapping[str, Held]) -> dict[str, Held]:
    found: dict[str, Held] = {}
    for word, counts in held.items():
        start = found.setdefault(word[:BEGINNING], {})
        for document, count in counts.items():
            start[document] = start.get(document, 0) + count
    return found


def _weighed(counts: Held, halves: list[int]) -> Held:
    return {document: 1000 * count // (count + halves[document]) for document, count in counts.items()}
