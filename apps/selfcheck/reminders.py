"""The calendar file of one step on a result."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from apps.amina.phrasebook import Phrasebook
from apps.guide.certainty import Certainty
from apps.rules import Assessment
from apps.selfcheck import results
from apps.selfcheck.calendar_files import Reminder, calendar
from apps.selfcheck.results import Card
from apps.translations.templatetags.dates import day


@dataclass(frozen=True)
class Download:
    name: str
    file: bytes


def of(step: str, assessment: Assessment, phrases: Phrasebook, origin: str) -> Download | None:
    """Return the file of a step that applies and has a day to come or is done every day, otherwise None."""
    cards = [card for section in results.context(assessment, phrases)["sections"] for card in section.cards]
    card = next((card for card in cards if card.step.id == step and card.for_calendar), None)
    if card is None:
        return None
    found = Reminder(
        step,
        card.when.day if card.when else None,
        assessment.on,
        card.title,
        "\n".join(_text(card, _address(card, origin))),
        _address(card, origin),
    )
    return Download(found.name, calendar(found, phrases.language))


def _address(card: Card, origin: str) -> str:
    return origin + (card.entry.thing.get_absolute_url() if card.entry else reverse("selfcheck:check"))


def _text(card: Card, address: str) -> list[str]:
    checked = gettext("Checked on %(day)s.") % {"day": day(card.step.checked_on)}
    lines = [card.body, card.when.text if card.when else "", f"{Certainty(card.certainty).label}. {checked}", address]
    return [line for line in lines if line]
