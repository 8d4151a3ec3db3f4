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
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        raise ValueError(text)
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :])
