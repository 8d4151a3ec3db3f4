"""The calendar file of one step on a result."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from apps.amina.phrasebook import Phrasebook
from apps.rules import Assessment
from apps.selfcheck import results
from apps.selfcheck.calendar_files import Reminder, calendar
from apps.selfcheck.results import Card
from apps.selfcheck.shelf import Shelf


@dataclass(frozen=True)
class Download:
    name: str
    file: bytes


def of(step: str, assessment: Assessment, phrases: Phrasebook, origin: str) -> Download | None:
    """Return the file of a step that applies and has a day to come or is done every day, otherwise None."""
    finding = next((one for one in assessment.applying() if one.step.id == step), None)
    if finding is None or not results.for_calendar(finding, assessment.on):
        return None
    card = results.card(finding, assessment, phrases, Shelf(phrases.language, finding.step.sources))
    address = origin + (card.entry.address if card.entry else reverse("selfcheck:check"))
    day = finding.due.day if finding.due else None
    found = Reminder(step, day, assessment.on, card.title, "\n".join(_text(card, address)), address)
    return Download(found.name, calendar(found, phrases.language))


def _text(card: Card, address: str) -> list[str]:
    checked = gettext("Checked on %(day)s.") % {"day": card.checked_on}
    lines = [card.body, card.when.text if card.when else "", f"{card.certainty_label}. {checked}", address]
    return [line for line in lines if line]
