"""Days as a reader writes them, by the CLDR of the page's language."""

import re
from datetime import date
from typing import Any

from babel.dates import format_date, format_skeleton
from django import template
from django.utils import translation

from apps.guide import languages, partial_dates

register = template.Library()


# The Russian and Ukrainian word for "year", whose full stop would stand before that of the sentence.
YEAR = re.compile(r"\s[гр]\.$")

# In a sentence a Kyrgyz date takes the possessive; CLDR only has the form for tables ("2026-ж., 23-ноябрь").
KYRGYZ_MONTHS = [
    "январы",
    "февралы",
    "марты",
    "апрели",
    "майы",
    "июну",
    "июлу",
    "августу",
    "сентябры",
    "октябры",
    "ноябры",
    "декабры",
]


@register.filter
def day(value: date) -> str:
    if _language() == "ky":
        return f"{value.year}-жылдын {value.day}-{KYRGYZ_MONTHS[value.month - 1]}"
    return YEAR.sub("", format_date(value, format="long", locale=languages.LOCALES[_language()]))


@register.filter
def month(value: date) -> str:
    if _language() == "ky":
        return f"{value.year}-жылдын {KYRGYZ_MONTHS[value.month - 1]}"
    return YEAR.sub("", format_skeleton("yMMMM", value, locale=languages.LOCALES[_language()]))


@register.filter
def answer(value: Any) -> str:
    return day(value) if isinstance(value, date) else str(value)


@register.filter
def partial_day(value: str) -> str:
    """A source's date, of which perhaps only the year or the month is known."""
    shown = {len("2025-11-27"): day, len("2025-11"): month}.get(len(value))
    return shown(partial_dates.first_day(value)) if shown else value


def _language() -> str:
    return languages.interface(translation.get_language() or languages.SOURCE)
