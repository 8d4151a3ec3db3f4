"""Days as a reader writes them, by the CLDR of the page's language."""

import re
from collections.abc import Mapping
from datetime import date

from babel.dates import format_date, format_skeleton, get_day_names, get_month_names
from django import template

from apps.translations import languages, partial_dates
from apps.translations.locales import IN_A_SENTENCE, LOCALES, MONTHS

register = template.Library()


# The Russian and Ukrainian word for "year", whose full stop would stand before that of the sentence.
YEAR = re.compile(r"\s[гр]\.$")


@register.filter
def day(value: date) -> str:
    if _written() in IN_A_SENTENCE:
        return _in_a_sentence(value, 0)
    return YEAR.sub("", format_date(value, format="long", locale=LOCALES[_written()]))


@register.filter
def month(value: date) -> str:
    if _written() in IN_A_SENTENCE:
        return _in_a_sentence(value, 1)
    return YEAR.sub("", format_skeleton("yMMMM", value, locale=LOCALES[_written()]))


@register.filter
def brief_day(value: date) -> str:
    """Without the year, as a line of a list has it."""
    text = format_skeleton("MMMMd", value, locale=LOCALES[_written()])
    return languages.in_script(text if _written() == "en" else text.lower(), _language())


@register.filter
def weekday(value: date) -> str:
    name = get_day_names("wide", "stand-alone", LOCALES[_written()])[value.weekday()]
    return languages.in_script(name if _written() == "en" else name.lower(), _language())


def _in_a_sentence(value: date, which: int) -> str:
    names = dict(enumerate(MONTHS[_written()].split(), 1)) if _written() in MONTHS else _months(_written())
    text = IN_A_SENTENCE[_written()][which].format(year=value.year, day=value.day, month=names[value.month])
    return languages.in_script(text, _language())


def _months(language: str) -> Mapping[int, str]:
    return get_month_names("wide", "format", LOCALES[language])


@register.filter
def partial_day(value: str) -> str:
    """A source's date, of which perhaps only the year or the month is known."""
    shown = {len("2025-11-27"): day, len("2025-11"): month}.get(len(value))
    return shown(partial_dates.first_day(value)) if shown else value


def _language() -> str:
    return languages.interface(languages.active())


def _written() -> str:
    return languages.written(_language())
