"""From a deadline and the day it counts from to dates, one for each reading."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from apps.rules.calendars import Calendar
from apps.rules.errors import CalendarError
from apps.rules.model import Deadline, Reading
from apps.rules.questions import Unit


@dataclass(frozen=True)
class DueReading:
    """A reading with its last day; `day` is None where no term is named, no day is known or the calendar ends."""

    reading: Reading
    day: date | None
    beyond_calendar: bool = False


@dataclass(frozen=True)
class Due:
    """By when a step is to be done. `day` is the earliest, safe one over all readings; None if it is not known."""

    deadline: Deadline
    day: date | None
    readings: tuple[DueReading, ...] = ()

    @property
    def disputed(self) -> bool:
        """Say whether there is more than one reading."""
        return len(self.readings) > 1

    @property
    def beyond_calendar(self) -> bool:
        """Say whether no date is given because the calendar for it is not published yet."""
        return self.day is None and any(reading.beyond_calendar for reading in self.readings)


def last_day(reading: Reading, anchor: date, calendar: Calendar) -> date:
    """Return the last day of a reading's term; days are counted in the rulebook's time zone.

    Raises CalendarError where a working day lies beyond the published calendar, and ValueError without a term.
    """
    if reading.days is None:
        raise ValueError(f"the reading {reading.id!r} names no term")
    if reading.unit is Unit.WORKING_DAY:
        start = anchor if reading.counts_from == "next_day" else anchor - timedelta(days=1)
        return calendar.add_working_days(start, reading.days)
    day = _calendar_end(reading, anchor)
    return calendar.next_working_day(day) if reading.roll == "next_working_day" else day


def due(deadline: Deadline, readings: Iterable[Reading], anchor: date | None, calendar: Calendar) -> Due:
    """Return when a step is due by every reading that concerns the person."""
    if deadline.on:
        return Due(deadline, deadline.on)
    found = tuple(_due_reading(reading, anchor, calendar) for reading in readings)
    return Due(deadline, _safe_day(found, anchor), found)


def _due_reading(reading: Reading, anchor: date | None, calendar: Calendar) -> DueReading:
    if anchor is None or reading.days is None:
        return DueReading(reading, None)
    try:
        return DueReading(reading, last_day(reading, anchor, calendar))
    except (CalendarError, OverflowError):
        return DueReading(reading, None, beyond_calendar=True)


def _safe_day(readings: tuple[DueReading, ...], anchor: date | None) -> date | None:
    days = [found.day for found in readings if found.day]
    if anchor is None or not days:
        return None
    # A term of n working days never ends before n calendar days: what cannot be computed cannot be earlier.
    bounds = [_calendar_end(found.reading, anchor) for found in readings if found.beyond_calendar]
    return min(days) if all(min(days) <= bound for bound in bounds) else None


def _calendar_end(reading: Reading, anchor: date) -> date:
    start = anchor if reading.counts_from == "next_day" else anchor - timedelta(days=1)
    return start + timedelta(days=reading.days or 0)
