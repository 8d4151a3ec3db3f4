"""The parts of a long topic: each begins at a position, and an entry stands in the part that its own position is in."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.translations.worded import InLanguage

Part = tuple[str | Promise, list[InLanguage]]

BEGINNINGS: dict[str, list[tuple[int, Promise]]] = {
    "who": [
        (0, _("Who must, and who need not")),
        (30, _("For which countries, where and since when")),
        (60, _("Visiting or studying")),
        (80, _("Children and family")),
        (90, _("With other papers")),
    ],
    "start": [
        (0, _("Registering")),
        (20, _("The app and the phone")),
        (50, _("Card, passport, fingerprints")),
        (90, _("Help, cost and your data")),
    ],
    "daily": [(0, _("At home")), (30, _("Elsewhere"))],
    "home": [(0, _("The flat and its owner")), (60, _("Employer, patent, dormitory"))],
    "trouble": [
        (0, _("Phone, app and connection")),
        (40, _("A notice, the police, a wrong place")),
        (65, _("No signal, struck off, and back")),
        (90, _("The register of controlled persons, and fines")),
    ],
    "help": [(0, _("Whom to ask")), (30, _("What is known, and what comes")), (60, _("About this site"))],
}


def parts(topic: str, entries: list[InLanguage]) -> Iterator[Part]:
    """The entries of a topic, which come by position, under the heading of their part; a short topic has no headings."""
    beginnings = BEGINNINGS.get(topic, [])
    starts = [start for start, _heading in beginnings]
    for number, group in groupby(entries, lambda entry: bisect_right(starts, entry.thing.position)):
        yield beginnings[number - 1][1] if number else "", list(group)
