"""Steps as calendar files that Google Calendar and iOS read: a deadline as a whole day, a daily check as an event."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard, vRecur

MOSCOW = "Europe/Moscow"
DAILY_AT = time(9)
QUARTER_OF_AN_HOUR = timedelta(minutes=15)
EVENING_BEFORE, MORNING_OF_THE_DAY = timedelta(hours=-6), timedelta(hours=9)


FIRST_MINUTE = datetime(2025, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Reminder:
    """A step, the day it is due (None: every day from `on`), when this was made, and what to say of it."""

    step: str
    day: date | None
    on: date
    made: datetime
    title: str
    text: str
    address: str


def calendar(reminders: Sequence[Reminder], language: str) -> bytes:
    """Return one file for all; made again later it moves the events of a calendar instead of adding to them."""
    found = Calendar()
    found.add("prodid", f"-//Amina Guide//{language.upper()}")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    if not all(reminder.day for reminder in reminders):
        found.add_component(_moscow())
    for reminder in reminders:
        found.add_component(_event(reminder))
    return bytes(found.to_ical())


def _event(reminder: Reminder) -> Event:
    event = Event()
    # A step has one event: its name stays, and what was made later counts.
    event.add("uid", f"{reminder.step}@amina-guide")
    event.add("sequence", int((reminder.made - FIRST_MINUTE).total_seconds() // 60))
    event.add("dtstamp", reminder.made)
    event.add("summary", reminder.title)
    event.add("description", reminder.text)
    event.add("url", reminder.address)
    event.add("transp", "TRANSPARENT")
    if reminder.day:
        event.add("dtstart", reminder.day)
        event.add("dtend", reminder.day + timedelta(days=1))
        triggers = [EVENING_BEFORE, MORNING_OF_THE_DAY]
    else:
        event.add("dtstart", datetime.combine(reminder.on, DAILY_AT, ZoneInfo(MOSCOW)))
        event.add("duration", QUARTER_OF_AN_HOUR)
        event.add("rrule", vRecur(freq="DAILY"))
        triggers = [timedelta()]
    for trigger in triggers:
        event.add_component(_alarm(reminder, trigger))
    return event


def _alarm(reminder: Reminder, trigger: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", reminder.title)
    alarm.add("trigger", trigger)
    return alarm


def _moscow() -> Timezone:
    """Moscow is three hours ahead of UTC all year round, since 26 October 2014."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", MOSCOW)
    standard.add("dtstart", datetime(2014, 10, 26, 2))
    standard.add("tzoffsetfrom", timedelta(hours=4))
    standard.add("tzoffsetto", timedelta(hours=3))
    standard.add("tzname", "MSK")
    zone.add_component(standard)
    return zone
