"""Dates of which perhaps only the year or the month is known: 2025-11-27, 2025-11, 2025."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def validate(text: str) -> None:
    try:
        first_day(text)
    except ValueError:
        raise ValidationError(_("Write a date as 2025-11-27, 2025-11 or 2025.")) from None


def first_day(text: str) -> date:
    return day(text + "-01-01"[len(text) - 4 :] if len(text) in (len("2025"), len("2025-11")) else text)


def day(text: str) -> date:
    """A whole day, written in this one way: Python itself takes 20251127 and 2025-W48-4 too."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)
