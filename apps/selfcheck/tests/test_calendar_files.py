"""Calendar files: the server's and the phone's read alike, lines are short, and they hold what a calendar needs."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from django.test import Client
from django.utils import translation
from playwright.sync_api import Browser, Page

from apps.amina import current
from apps.amina.phrasebook import phrasebook_in
from apps.rules.bundles import ORIGIN
from apps.selfcheck import interview, reminders
from apps.selfcheck import phone as files
from apps.selfcheck.answering import Given
from apps.selfcheck.tests import phone
from apps.selfcheck.tests.test_check import MOVED as MOVED_SOME_DAY

pytestmark = pytest.mark.django_db
MOVED: Given = {**MOVED_SOME_DAY, "moved_on": str(current.today())}
ORIGIN_OF_SITE = "https://example.org"
MADE = datetime(2026, 11, 29, 9, 30, 5, tzinfo=UTC)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with phone.opened(browser) as page:
        page.evaluate("""async () => {
          for (const name of ["calendar_files", "phrasebook", "results"]) Object.assign(window, await import(`/${name}.js`));
        }""")
        yield page


def made_on_the_phone(page: Page, language: str, step: str) -> str:
    with translation.override(language):
        phrases = files.phrases(phrasebook_in(language))
    asked: list[Any] = [phrases, MOVED, (current.today() - ORIGIN).days, step, ORIGIN_OF_SITE, MADE.timestamp() * 1000]
    return str(
        page.evaluate(
            """([said, given, on, step, origin, made]) => {
              const phrases = phrasebook(said), { found } = replay(rules, given, on);
              const finding = applying(found).find((one) => one.step.id === step);
              const day = finding.due && finding.due.day;
              return calendar([reminder(phrases, card({ rules, phrases, found }, finding), day, on, made, origin)], phrases.language);
            }""",
            asked,
        )
    )


def made_by_the_server(language: str, step: str) -> bytes:
    with translation.override(language):
        found = interview.replay(current.rulebook(), MOVED, current.today()).assessment
        file = reminders.of(step, found, phrasebook_in(language), ORIGIN_OF_SITE, MADE)
    assert file
    return file.file


def read(file: bytes) -> list[Any]:
    found: Any = icalendar.Calendar.from_ical(file)
    return [
        (part.name, sorted((name, str(getattr(value, "dt", value))) for name, value in part.items()))
        for part in found.walk()
    ]


@pytest.mark.browser
@pytest.mark.parametrize("step", ["daily_check", "report_move"])
@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_phone_and_server_make_the_same_file(page: Page, language: str, step: str) -> None:
    own, servers = made_on_the_phone(page, language, step), made_by_the_server(language, step)
    assert read(own.encode()) == read(servers)
    for file in (own.encode(), servers):
        assert max(len(line) for line in file.split(b"\r\n")) <= 75
        assert b"\n" not in file.replace(b"\r\n", b"")


def test_the_server_gives_a_file_without_scripts_and_keeps_nothing(client: Client) -> None:
    r = client.post("/ky/check/calendar/", {**MOVED, "step": "report_move"})
    assert r.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in r.headers["Cache-Control"]
    assert ".ics" in r.headers["Content-Disposition"]
    event: Any = icalendar.Calendar.from_ical(r.content).walk("VEVENT")[0]
    assert not hasattr(event["dtstart"].dt, "hour"), "a whole day is the same day in every time zone"
    assert len(event.walk("VALARM")) == 2


def test_the_daily_check_stands_at_nine_in_moscow(client: Client) -> None:
    r = client.post("/en/check/calendar/", {**MOVED, "step": "daily_check"})
    event: Any = icalendar.Calendar.from_ical(r.content).walk("VEVENT")[0]
    assert event["dtstart"].dt.isoformat().endswith("T09:00:00+03:00")
    assert event["rrule"]["freq"] == ["DAILY"]


def test_one_file_holds_every_day(client: Client) -> None:
    r = client.post("/en/check/calendar/", {**MOVED, "step": "all"})
    events: Any = icalendar.Calendar.from_ical(r.content).walk("VEVENT")
    assert {"report_move@amina-guide", "daily_check@amina-guide"} <= {str(event["uid"]) for event in events}


def test_another_day_moves_the_event_instead_of_adding_one() -> None:
    def event(moved_on: date, made: datetime) -> Any:
        given = {**MOVED, "moved_on": str(moved_on)}
        found = interview.replay(current.rulebook(), given, date(2026, 11, 25)).assessment
        file = reminders.of("report_move", found, phrasebook_in("ru"), ORIGIN_OF_SITE, made)
        assert file
        return icalendar.Calendar.from_ical(file.file).walk("VEVENT")[0]

    first = event(date(2026, 11, 24), MADE)
    second = event(date(2026, 11, 25), MADE + timedelta(minutes=2))
    assert first["uid"] == second["uid"]
    assert first["sequence"] < second["sequence"]
    assert first["dtstart"].dt < second["dtstart"].dt


@pytest.mark.parametrize("step", ["", "nonsense", "covered"])
def test_a_step_without_a_day_shows_the_result_again(client: Client, step: str) -> None:
    assert client.post("/ky/check/calendar/", {**MOVED, "step": step, "finish": "1"}).status_code == 200
