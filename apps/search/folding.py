"""A text as the words that are looked for: small Latin letters or digits, however it was typed."""

import re
import unicodedata
from collections.abc import Mapping

from apps.search.alphabets import Alphabet

MOST_LETTERS = 400
LONGEST_WORD = 7  # after so many letters come endings: without them more is found, and less has to be carried
WORD = re.compile("[a-z]{2,}|[0-9]+")


def words(text: str, alphabet: Alphabet, most: int = MOST_LETTERS) -> list[str]:
    """Return the words of a text in their order; signs that no word of ours can hold part them."""
    # A phone counts a rare sign as two and may know a newer edition of Unicode: none of them is a letter of ours.
    text = "".join(sign if sign <= "\uffff" else "  " for sign in text)[:most]
    text = unicodedata.normalize("NFC", text).lower()
    for spelling, plain in alphabet.first:
        text = text.replace(spelling, plain)
    text = text.translate(_Letters(alphabet.letters))
    for pattern, plain in alphabet.reductions:
        text = re.sub(pattern, plain, text)
    return [word[:LONGEST_WORD] for word in WORD.findall(text)]


class _Letters(dict[int, str]):
    """What each sign becomes, found out when it is first met."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        self.letters = letters

    def __missing__(self, number: int) -> str:
        sign = chr(number)
        parts = self.letters.get(sign, unicodedata.normalize("NFKD", sign))
        plain = "".join(self.letters.get(part, part) for part in parts if not "\u0300" <= part <= "\u036f")
        return self.setdefault(number, plain)
