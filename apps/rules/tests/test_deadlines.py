"""From a day and a term to the last day."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from apps.rules import load
from apps.rules.calendars import Calendar, Year
from apps.rules.deadlines import due, last_day
from apps.rules.model import Deadline, Reading
from apps.rules.questions import Unit

TOWN = load(Path(__file__).parent / "crossing.toml").calendar
JANUARY = Year("2027", "Town calendar", frozenset(date(2027, 1, day) for day in (1, 4, 5, 6, 7, 8)))
CALENDAR = Calendar(MappingProxyType({**TOWN.years, 2027: JANUARY}))
READING = Reading(id="r", days=3, unit=Unit.WORKING_DAY, sources=())
THURSDAY = date(2026, 11, 19)


def test_three_working_days_after_a_thursday_end_on_tuesday() -> None:
    assert last_day(READING, THURSDAY, CALENDAR) == date(2026, 11, 24)


def test_if_the_same_day_counts_the_term_ends_a_working_day_earlier() -> None:
    assert last_day(replace(READING, counts_from="same_day"), THURSDAY, CALENDAR) == date(2026, 11, 23)


def test_a_term_of_calendar_days_may_roll_to_the_next_working_day() -> None:
    calendar_days = replace(READING, unit=Unit.CALENDAR_DAY)
    assert last_day(calendar_days, THURSDAY, CALENDAR) == date(2026, 11, 22)
    assert last_day(replace(calendar_days, roll="next_working_day"), THURSDAY, CALENDAR) == date(2026, 11, 23)


def test_a_reading_without_a_term_has_no_last_day() -> None:
    with pytest.raises(ValueError, match="names no term"):
        last_day(replace(READING, days=None), THURSDAY, CALENDAR)


@pytest.mark.parametrize("counts_from", ["next_day", "same_day"])
@pytest.mark.parametrize("days", range(1, 15))
def test_the_safe_day_is_never_later_than_a_reading_that_cannot_be_computed_yet(counts_from: str, days: int) -> None:
    # In the town 2026 is published and 2027 is not, though we know it: whatever is called safe must hold when it is.
    working = replace(READING, counts_from=counts_from)  # type: ignore[arg-type]  # one of the two above
    calendar_days = replace(READING, id="c", days=days, unit=Unit.CALENDAR_DAY)
    for day in [date(2026, 12, 20) + timedelta(days=n) for n in range(12)]:
        safe = due(Deadline("x", readings=(READING,)), [working, calendar_days], day, TOWN).day
        assert safe is None or safe <= last_day(working, day, CALENDAR)
