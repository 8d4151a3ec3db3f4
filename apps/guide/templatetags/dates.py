"""Days as a reader writes them, by the CLDR of the page's language."""

from datetime import date, datetime
from typing import Any

from babel.dates import format_date, format_skeleton
from django import template
from django.utils import translation

from apps.guide import languages

register = template.Library()


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
    if _locale() == "ky":
        return f"{value.year}-жылдын {value.day}-{KYRGYZ_MONTHS[value.month - 1]}"
    return format_date(value, format="long", locale=_locale()).removesuffix(" г.").removesuffix(" р.")


@register.filter
def answer(value: Any) -> str:
    return day(value) if isinstance(value, date) else str(value)


@register.filter
def partial_day(value: str) -> str:
    """A source's date, of which perhaps only the year or the month is known."""
    parts = value.split("-")
    if len(parts) == 3:
        return day(date.fromisoformat(value))
    if len(parts) == 2 and _locale() == "ky":
        return f"{parts[0]}-жылдын {KYRGYZ_MONTHS[int(parts[1]) - 1]}"
    if len(parts) == 2:
        return format_skeleton("yMMMM", datetime(int(parts[0]), int(parts[1]), 1), locale=_locale())
    return value


def _locale() -> str:
    return languages.interface(translation.get_language() or languages.SOURCE)
