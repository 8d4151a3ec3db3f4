"""Takes out of a text whatever looks like a number, an address or a link of a person, before anybody keeps it."""

import re
import unicodedata

from apps.translations import gate

GONE = "[…]"
MOST_DIGITS = 5  # a sum or a year has no more; a phone, a passport, a patent or a card has
DAMAGED = {"Cs", "Co", "Cn"}

LINK = re.compile(r"(?:https?://|www\.|\b(?:t|wa|vk|ok|max|instagram|facebook)\.(?:me|com|ru)/)\S+", re.IGNORECASE)
AT = re.compile(r"[^\s@<>(),;]*\s?[@＠]\s?[^\s@<>(),;]*(?:\s?\.\s?[a-z]{2,6}\b)?", re.IGNORECASE)
# Digits with whatever people write between them, and the letters of a series before or among them.
BETWEEN = r"[\W_]{0,4}"
NUMBER = re.compile(rf"\+?\d(?:{BETWEEN}\d)*")
SERIES = re.compile(r"\b(?=(?:\w*\d){5})(?=\d*[^\W\d_])\w{6,}\b")
DAY = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:20)?[23]\d(?!\d)")
AGAIN = re.compile(rf"(?:\s*{re.escape(GONE)}){{2,}}")


def cleaned(text: str) -> str:
    """Return a text that is safe to keep; cleaning it once more changes nothing.

    >>> cleaned("Көчтүм 25.11.2026, телефонум +996 (555) 12-34-56, почтам a.b@mail.kg. 3 күн бы же 5?")
    'Көчтүм 25.11.2026, телефонум […], почтам […]. 3 күн бы же 5?'
    """
    before, text = "", _legible(text)
    while text != before:  # what stands beside a gap may have become one word
        before, text = text, _once(text)
    return text


def _once(text: str) -> str:
    for pattern in (LINK, AT, SERIES):
        text = pattern.sub(_taken, text)
    return AGAIN.sub(f" {GONE}", NUMBER.sub(_number, text)).strip()


def _legible(text: str) -> str:
    """The text as an alphabet has it, all its digits as 0 to 9."""
    kept = (sign for sign in text if sign != "\ufffd" and unicodedata.category(sign) not in DAMAGED)
    return "".join(map(_plain, gate.clean("".join(kept))))


def _plain(sign: str) -> str:
    digit = unicodedata.digit(sign, None)
    return sign if digit is None else str(digit)


def _taken(found: re.Match[str]) -> str:
    end = found[0][len(found[0].rstrip(".,;:!?")) :]
    return GONE + end


def _number(found: re.Match[str]) -> str:
    """Days of these years stay; of everything else no more than a few digits in a row."""
    rest = DAY.sub(" ", found[0])
    return found[0] if sum(map(str.isdigit, rest)) <= MOST_DIGITS else GONE
