"""The calendar file of a result: of one step, or of all that have a day to come or are done every day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.urls import reverse
from django.utils.translation import gettext

from apps.amina.phrasebook import Phrasebook
from apps.rules import Assessment
from apps.selfcheck import results
from apps.selfcheck.calendar_files import Reminder, calendar
from apps.selfcheck.rechecks import undated
from apps.selfcheck.results import Card
from apps.selfcheck.shelf import Shelf

ALL = "all"


@dataclass(frozen=True)
class Download:
    name: str
    file: bytes


def of(step: str, assessment: Assessment, phrases: Phrasebook, origin: str, made: datetime) -> Download | None:
    """Return the file of a step, or of all; None where nothing of it belongs into a calendar."""
    found = list(_reminders(step, assessment, phrases, origin, made))
    return Download("amina" if step == ALL else step, calendar(found, phrases.language)) if found else None


def now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _reminders(
    step: str, assessment: Assessment, phrases: Phrasebook, origin: str, made: datetime
) -> Iterator[Reminder]:
    assessment = undated(assessment, phrases.recheck)
    findings = [one for one in assessment.applying() if results.for_calendar(one, assessment.on)]
    wanted = [one for one in findings if step in (one.step.id, ALL)]
    shelf = Shelf(phrases.language, {code for one in wanted for code in one.step.sources})
    for finding in wanted:
        card = results.card(finding, assessment, phrases, shelf)
        address = origin + (card.entry.address if card.entry else reverse("selfcheck:check"))
        day = finding.due.day if finding.due else None
        text = "\n".join(_text(card, address))
        yield Reminder(finding.step.id, day, assessment.on, made, card.title, text, address)


def _text(card: Card, address: str) -> list[str]:
    checked = gettext("Checked on %(day)s.") % {"day": card.checked_on}
    lines = [card.body, card.when.text if card.when else "", f"{card.certainty_label}. {checked}", address]
    return [line for line in lines if line]
