"""Days as a reader writes them, by the CLDR of the page's language."""

from datetime import date, datetime
from typing import Any

from babel.dates import format_date, format_skeleton
from django import template
from django.utils import translation

from apps.guide import languages

register = template.Library()


@register.filter
def day(value: date) -> str:
    return format_date(value, format="long", locale=_locale())


@register.filter
def answer(value: Any) -> str:
    return day(value) if isinstance(value, date) else str(value)


@register.filter
def partial_day(value: str) -> str:
    """A source's date, of which perhaps only the year or the month is known."""
    parts = value.split("-")
    if len(parts) == 3:
        return day(date.fromisoformat(value))
    if len(parts) == 2:
        return format_skeleton("yMMMM", datetime(int(parts[0]), int(parts[1]), 1), locale=_locale())
    return value


def _locale() -> str:
    return languages.interface(translation.get_language() or languages.SOURCE)
