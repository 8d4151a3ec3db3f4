"""Counting days, against plain counting and the independent `holidays` package."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

import holidays
import pytest

from apps.rules import load
from apps.rules.calendars import Calendar
from apps.rules.deadlines import due, last_day
from apps.rules.model import Deadline, Reading, Unit

CALENDAR = load(Path(__file__).parents[2] / "amina/rulebook").calendar
OFFICIAL = holidays.country_holidays("RU", years=[2025, 2026, 2027])
FIRST, LAST = date(2025, 1, 1), date(2027, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
READING = Reading(id="r", days=3, unit=Unit.WORKING_DAY, sources=())
THURSDAY = date(2026, 11, 19)


def test_every_day_of_the_calendar_agrees_with_the_holidays_package() -> None:
    assert [day for day in DAYS if CALENDAR.is_working_day(day) != OFFICIAL.is_working_day(day)] == []


def test_each_year_has_247_working_days() -> None:
    for year in (2025, 2026, 2027):
        assert sum(CALENDAR.is_working_day(day) for day in DAYS if day.year == year) == 247


def test_working_days_are_the_days_that_plain_counting_finds() -> None:
    working = [day for day in DAYS if OFFICIAL.is_working_day(day)]
    for day in DAYS[:-60]:
        later = [other for other in working if other > day]
        assert [CALENDAR.add_working_days(day, n) for n in (1, 3, 30)] == [later[0], later[2], later[29]]


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
    # 2026 is published and 2027 is not, though we know it: whatever is called safe must hold when it is.
    now = Calendar(MappingProxyType({2026: CALENDAR.years[2026]}))
    working = replace(READING, counts_from=counts_from)  # type: ignore[arg-type]  # one of the two above
    calendar_days = replace(READING, id="c", days=days, unit=Unit.CALENDAR_DAY)
    for day in [date(2026, 12, 20) + timedelta(days=n) for n in range(12)]:
        safe = due(Deadline("x", readings=(READING,)), [working, calendar_days], day, now).day
        assert safe is None or safe <= last_day(working, day, CALENDAR)
