"""The one gate for text, whatever way it comes in: signs that nobody sees are cleaned away, damaged ones refused."""

import re
import unicodedata
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
# Zero-width and bidirectional signs, soft hyphens, marks of byte order, variation selectors, controls but tab and line end.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
SPACES = re.compile(r"[\t\u2000-\u200a\u205f\u3000\u1680]")
DAMAGED = {"Cs", "Co", "Cn"}
SHOWN = 20  # signs before a damaged one, so that its place is found


def clean(value: Any) -> Any:
    """Return a text as it is kept; what is no text passes through.

    >>> clean("Ка\\u200bбыл\\r\\nӣ\\ufeff ")
    'Кабыл\\nӣ'
    """
    if not isinstance(value, str):
        return value
    text = SPACES.sub(" ", UNSEEN.sub("", LINE_ENDS.sub("\n", value)))
    return unicodedata.normalize("NFC", text).strip()


def check(text: Any) -> None:
    """Refuse a text with signs that no alphabet has, naming where the first of them stands."""
    if damaged := _damaged(text):
        place = min(text.index(sign) for sign in damaged)
        before = text[max(0, place - SHOWN) : place]
        told = {"code": f"U+{ord(text[place]):04X}", "place": place + 1, "before": before}
        raise ValidationError(
            _("The sign %(code)s (number %(place)s, after “%(before)s”) is damaged. Delete it and type it anew.") % told
        )


def passed(value: Any) -> Any:
    """Clean a text and refuse what cannot be cleaned."""
    text = clean(value)
    check(text)
    return text


def _damaged(text: Any) -> set[str]:
    if not isinstance(text, str) or text.isascii():
        return set()
    return {sign for sign in set(text) if sign == "\ufffd" or unicodedata.category(sign) in DAMAGED}
