"""Uzbek in Cyrillic, derived from the Latin text: many older readers never learned the newer script.

The rules are those of the spelling of 1956 as taught beside the Latin alphabet of 1995. Words whose Latin spelling has
lost a letter of the Cyrillic one (ь, ц, э) stand in the list of exceptions, by their beginning.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

EXCEPTIONS = Path(__file__).parent / "content" / "uzbek_cyrillic.toml"

# Longer ones first: the first that fits is taken.
LETTERS = {
    "sʼh": "сҳ", "yoʻ": "йў", "oʻ": "ў", "gʻ": "ғ", "sh": "ш", "ch": "ч", "yo": "ё", "yu": "ю", "ya": "я", "ye": "е",
    "tsiya": "ция", "a": "а", "b": "б", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "ҳ", "i": "и", "j": "ж", "k": "к",
    "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "қ", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в",
    "x": "х", "y": "й", "z": "з", "c": "к", "w": "в", "ʼ": "ъ", "ʻ": "ъ",
}  # fmt: skip
SOUNDS = re.compile("|".join(sorted(LETTERS, key=len, reverse=True)))
WORD = re.compile(r"[A-Za-z][A-Za-zʻʼ]*")
# What is not Uzbek text: placeholders, tags, the targets of links, addresses.
APART = re.compile(
    r"\{\w+\}|%\(\w+\)[sd]|%[sd]|</?[a-z][^>]*>|\]\([^)]*\)|https?://\S+"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:ru|com|kg|kz|uz|az|tj|me|md)\b\S*"
)
VOWELS = "aeiou"


def cyrillic(text: str) -> str:
    """Write a Latin Uzbek text in Cyrillic; names, addresses and what is Cyrillic already stay as they are.

    >>> cyrillic("Oʻzbekistondan 27-noyabrda keldim, ilova RuStoreʼda")
    'Ўзбекистондан 27-ноябрда келдим, илова RuStore’да'
    """
    parts, end = [], 0
    for apart in APART.finditer(text):
        parts += [WORD.sub(_word, text[end : apart.start()]), apart[0]]
        end = apart.end()
    return "".join([*parts, WORD.sub(_word, text[end:])])


def _word(found: re.Match[str]) -> str:
    word = found[0]
    for name in _exceptions().names:
        ending = word.removeprefix(name)
        if word.startswith(name) and (not ending or ending[0] == "ʼ" or _stands_apart(name, ending)):
            return f"{name}’{_spell(ending.lstrip('ʼ'), whole=False)}" if ending else name
    lower = word.lower()
    beginning = max((start for start in _exceptions().words if lower.startswith(start)), key=len, default="")
    rest = _spell(lower.removeprefix(beginning), whole=not beginning)
    spelled = _exceptions().words.get(beginning, "")
    # The soft sign at the end of a word is not written before an ending: январь, январдан.
    spelled = (spelled.removesuffix("ь") if rest else spelled) + rest
    return spelled.upper() if len(word) > 1 and word.isupper() else _like(word, spelled)


def _stands_apart(name: str, ending: str) -> bool:
    # A short name may be the beginning of a word, Fi, fikr, unless its capitals end where the ending begins: ruIDni.
    return len(name) > 4 or (name[-1].isupper() and ending[0].islower())


def _spell(letters: str, whole: bool) -> str:
    # э is written at the beginning and after a vowel, е elsewhere.
    letters = re.sub(rf"(?<=[{VOWELS}])e(?!ʼ)" + (r"|^e" if whole else ""), "э", letters)
    return SOUNDS.sub(lambda sound: LETTERS[sound[0]], letters)


def _like(word: str, spelled: str) -> str:
    return spelled[:1].upper() + spelled[1:] if word[0].isupper() else spelled


@dataclass(frozen=True)
class Exceptions:
    """Beginnings of words with their Cyrillic spelling, and names that stay in Latin letters, the longest first."""

    words: Mapping[str, str]
    names: tuple[str, ...]


@cache
def _exceptions() -> Exceptions:
    data = tomllib.loads(EXCEPTIONS.read_text("utf-8"))
    return Exceptions(data["words"], tuple(sorted(data["kept"], key=len, reverse=True)))
