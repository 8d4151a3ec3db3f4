"""Documents as one small index that server and phone read alike.

Of each word stands only what it does not share with the one before, after a capital letter that says how much it does.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from os.path import commonprefix
from typing import Any

from apps.search.alphabets import Alphabet
from apps.search.documents import FIELDS, Document
from apps.search.folding import words

Data = dict[str, Any]
FIRST_LETTER, FIRST_SIGN = ord("A"), 35  # numbers are one sign each: of shared letters from A, all others from #
STEPS = (1, 2, 3, 6, 10, 16, 30, 60)  # more kinds of counts find no more, and weigh more
HALF = 7  # of what a word can count at most, half is reached at this count in a document of usual length

# The same keys of a computer in English and in Russian: who forgot to switch types "ntktajy" for "телефон".
KEYS = ["`qwertyuiop[]asdfghjkl;'zxcvbnm,.", "ёйцукенгшщзхъфывапролджэячсмитьбю"]


def build(documents: Iterable[Document], alphabet: Alphabet) -> Data:
    """Return the index as JSON can hold it: the words in order, and for each the documents and how much it counts."""
    found = list(documents)
    counted = [_counted(document, alphabet) for document in found]
    known = sorted(set().union(*counted))
    return {
        "ids": [document.id for document in found],
        "matters": {document.id: [document.kind, list(document.leads)] for document in found if document.kind},
        "alphabet": asdict(alphabet),
        "keys": KEYS,
        "halves": _halves([sum(held.values()) for held in counted]),
        "rarity": [rarity(len(found), held) for held in range(len(found) + 1)],
        "words": "".join(_unlike(*pair) for pair in zip(["", *known], known, strict=False)),
        "held": " ".join(_signs(number for number, held in enumerate(counted) if word in held) for word in known),
        "counts": _signs(_step(held[word]) for word in known for held in counted if word in held),
    }


def rarity(documents: int, held: int) -> int:
    """How telling a word is that so many of the documents hold, in hundredths."""
    return round(100 * math.log(1 + (documents - held + 0.5) / (held + 0.5)))


def _counted(document: Document, alphabet: Alphabet) -> Counter[str]:
    found: Counter[str] = Counter()
    for name, text in document.texts.items():
        for word in words(text, alphabet, len(text)):
            found[word] += FIELDS[name]
    return found


def _step(count: int) -> int:
    return min(STEPS, key=lambda step: (abs(step - count), step))


def _halves(lengths: list[int]) -> list[int]:
    """For each document the count at which a word reaches half its weight: long documents need more."""
    usual = sum(lengths) // max(len(lengths), 1) or 1
    return [HALF * (usual + length) // (2 * usual) for length in lengths]


def _unlike(before: str, word: str) -> str:
    shared = len(commonprefix([before, word]))
    return chr(FIRST_LETTER + shared) + word[shared:]


def _signs(numbers: Iterable[int]) -> str:
    return "".join(chr(FIRST_SIGN + number) for number in numbers)
