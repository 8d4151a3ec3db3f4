"""What a text refers to that is not there, and what of the Russian text its translation has lost."""

import re
from collections import Counter
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from apps.amina import figures
from apps.guide import rendering
from apps.guide.models import Entry
from apps.translations import languages

YEAR = 4  # figures
TARGET = re.compile(r"\]\(([^()\s]+)\)")


def refuse(text: str, russian: str = "") -> None:
    """Refuse a link to no entry, and a translation that is said to follow this Russian text without all its links."""
    if strangers := strange(text):
        told = ", ".join(f"entry:{slug}" for slug in strangers)
        raise ValidationError(_("There is no %s. Write the address as it stands in the entry.") % told)
    if text and (gone := links(russian, text)):
        told = ", ".join(gone)
        raise ValidationError(_("The Russian text links to %s; the translation has lost that link.") % told)


def strange(text: str) -> list[str]:
    """Return the entries a text links to that are not there."""
    named = rendering.entry_links(text)
    return sorted(named - {*Entry.objects.filter(slug__in=named).values_list("slug", flat=True)}) if named else []


def links(russian: str, text: str) -> list[str]:
    """Return the links and marks of the Russian text that a translation has lost.

    >>> links("[Пишите](tel:112) [туда](entry:moved)", "[Жазыңыз](entry:moved)")
    ['tel:112']
    """
    return sorted({*TARGET.findall(russian)} - {*TARGET.findall(text)})


def numbers(russian: str, text: str) -> list[str]:
    """Return the figures of the Russian text that a translation has lost; some it may say in words, and a year once.

    >>> numbers("3 дня с 1 мая 2025 до 30 мая 2025, 3 раза", "2025-ж. 1-майдан 30-майга чейин 3 күн")
    ['3']
    """
    said = Counter(figures.of(text))
    gone = (Counter(figures.of(russian)) - said).elements()
    return sorted(figure for figure in gone if not (len(figure) == YEAR and figure in said))


def in_all(thing: Any, language: str) -> list[str]:
    """Return what one language of a thing has lost: for whoever reviews it."""
    found: list[str] = []
    if language == languages.ORIGINAL or language not in thing.hashes:
        return found
    for name in languages.read_fields(type(thing)):
        both = [getattr(thing, f"{name}_{code}") or "" for code in (languages.ORIGINAL, language)]
        found += [*links(*both), *numbers(*both)]
    return found
