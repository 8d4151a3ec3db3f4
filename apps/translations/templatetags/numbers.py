"""Numbers as a reader writes them, by the CLDR of the page's language."""

from babel.numbers import format_decimal
from django import template

from apps.translations import languages
from apps.translations.locales import LOCALES

register = template.Library()


@register.filter
def decimal(value: float) -> str:
    """A number with up to four places: 0,0112 in Kyrgyz, 0.0112 in English."""
    written = languages.written(languages.active())
    return format_decimal(value, format="#,##0.####", locale=LOCALES[written])
