"""Passwords that are long and still weak: repeated, in a row on the keyboard, or a common word with a tail."""

import re
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FEWEST = 6  # different signs
ROWS = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"]
ROWS += ["абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "1qaz2wsx3edc4rfv5tgb"]
LONGEST_RUN = 4
REPEATED = re.compile(r"(.+?)\1+")
TAIL = re.compile(r"^[\W\d_]+|[\W\d_]+$")
ALSO_COMMON = {
    "amina",
    "амина",
    "aminaguide",
    "пароль",
    "пороль",
    "привет",
    "москва",
    "бишкек",
    "ташкент",
    "сырсөз",
    "купуясөз",
}


class StrongEnough:
    def validate(self, password: str, user: Any = None) -> None:
        plain = password.casefold()
        once = REPEATED.sub(r"\1", plain)
        if len(set(plain)) < FEWEST or len(_without_rows(once)) < FEWEST:
            raise ValidationError(
                _("This password repeats a pattern. Take three or four words that do not belong together.")
            )
        if _is_common(TAIL.sub("", once)):
            raise ValidationError(_("This is a common password with something added. Take several words."))

    def get_help_text(self) -> str:
        return _("No repeated pattern, no row of the keyboard, no common word with a number behind it.")


def _without_rows(text: str) -> str:
    """Each run along an alphabet or a row of keys counts as one sign."""
    kept, place = "", 0
    while place < len(text):
        kept, place = kept + text[place], place + _run(text, place)
    return kept


def _run(text: str, place: int) -> int:
    for length in range(len(text) - place, LONGEST_RUN - 1, -1):
        part = text[place : place + length]
        if any(part in row or part in row[::-1] for row in ROWS):
            return length
    return 1


def _is_common(word: str) -> bool:
    return word in ALSO_COMMON or word in CommonPasswordValidator().passwords
