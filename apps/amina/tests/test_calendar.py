"""The calendar of working days, against plain counting and the independent `holidays` package."""

from datetime import date, timedelta

import holidays

from apps.amina import current

CALENDAR = current.rulebook().calendar
OFFICIAL = holidays.country_holidays("RU", years=[2025, 2026, 2027])
FIRST, LAST = date(2025, 1, 1), date(2027, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


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
