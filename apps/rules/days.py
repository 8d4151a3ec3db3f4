"""A day as a person writes it. static/js/selfcheck/days.js reads the same ones alike."""

import re
from datetime import date

# Where the ten digits begin: ASCII, Arabic, Persian, Devanagari, Bengali, full width.
ZEROS = (0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xFF10)
DIGITS = {zero + digit: str(digit) for zero in ZEROS for digit in range(10)}
DASHES = dict.fromkeys(range(0x2010, 0x2016), "-") | {0x2212: "-"}
# Invisible marks that come along when a date is copied.
MARKS = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF], "")
BLANKS = re.compile("[\\t-\\r \\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+")  # those of a browser
WRITTEN = re.compile(r"([0-9]{1,4})( ?[./-] ?| )([0-9]{1,2})\2([0-9]{1,4})\.?")
CENTURY = 2000


class DayError(ValueError):
    """A text is no day, or could be more than one. The message is a hint and never holds the text."""


def read_day(text: str) -> date:
    """Return the day that a text names: year first, or day first as in 24.11.2026, 24/11/26 and 24-11-2026.

    Zeros may be left out, blanks stand around or between, and digits be those of other scripts. Raises DayError for a day that
    does not exist and for what can be read in two ways, such as 24-11-26.

    >>> [str(read_day(text)) for text in ("2026-11-5", " 24.11.2026 ", "24/11/26")]
    ['2026-11-05', '2026-11-24', '2026-11-24']
    >>> read_day("24-11-26")
    Traceback (most recent call last):
    apps.rules.days.DayError: write the day as 24.11.2026 or 2026-11-24
    """
    match = WRITTEN.fullmatch(BLANKS.sub(" ", text.translate(DIGITS | DASHES | MARKS)).strip(" "))
    if not match:
        raise DayError(HINT)
    first, sign, month, last = match.groups()
    if len(first) == len("2026") and len(last) <= len("24"):
        return _day(int(first), int(month), int(last))
    if len(first) > len("24") or len(last) not in ((4,) if "-" in sign else (2, 4)):
        raise DayError(HINT)
    return _day(int(last) + CENTURY * (len(last) == len("26")), int(month), int(first))


HINT = "write the day as 24.11.2026 or 2026-11-24"


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DayError("there is no such day") from None
