"""Working days by a published calendar."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from apps.rules.errors import CalendarError

SATURDAY = 5
WORKED = "working_weekend_days"


@dataclass(frozen=True)
class Year:
    """One year's decree: days off that are weekdays, and Saturdays or Sundays that are worked."""

    id: str
    decree: str
    days_off: frozenset[date] = frozenset()
    working_weekend_days: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[12]\d{3}", self.id):
            raise ValueError("must be named by its year, for example [calendar.2026]")
        for key, days, weekend in (("days_off", self.days_off, False), (WORKED, self.working_weekend_days, True)):
            for day in sorted(days):
                if day.year != int(self.id):
                    raise ValueError(f"holds {day}, which is not a date in {self.id}", key)
                if (day.weekday() >= SATURDAY) is not weekend:
                    raise ValueError(f"holds {day}, which is a {day:%A}; it would change nothing", key)


@dataclass(frozen=True, eq=False)
class Calendar:
    """The published years. Transfers of days off are set by yearly decree and cannot be computed."""

    years: Mapping[int, Year]

    def is_working_day(self, day: date) -> bool:
        """Say whether a day is worked. Raises CalendarError for a year that is not published."""
        if day.year not in self.years:
            raise CalendarError(f"The calendar of working days for {day.year} is not in the rulebook.")
        year = self.years[day.year]
        return day in year.working_weekend_days if day.weekday() >= SATURDAY else day not in year.days_off

    def add_working_days(self, day: date, days: int) -> date:
        """Return the day on which that many working days after `day` have come; `day` itself is not counted."""
        while days > 0:
            day += timedelta(days=1)
            days -= self.is_working_day(day)
        return day

    def next_working_day(self, day: date) -> date:
        """Return `day` itself if it is worked, otherwise the first worked day after it."""
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day
