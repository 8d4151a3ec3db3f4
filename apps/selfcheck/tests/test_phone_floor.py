"""The oldest browsers that run the self-check themselves, and those below, which get it as without scripts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from apps.amina import current
from apps.rules import UNKNOWN
from apps.selfcheck import codes
from apps.selfcheck.answering import Given
from apps.selfcheck.tests.lacking import FLOOR
from apps.selfcheck.tests.test_browser import MOVED
from apps.selfcheck.tests.test_phone_privacy import start
from apps.selfcheck.tests.walking import ended, fill_in, to_result

pytestmark = pytest.mark.browser
Opening = Callable[[str], Page]
# So much has happened that a sort which moves what is equal would show.
HAPPENED = ("moved", "phone_lost", "warning", "app_fails", "leaving_russia", "device_change", "landlord_refuses")
MUCH: Given = {
    **{id: "no" if question.kind == "yes_no" else UNKNOWN for id, question in current.rulebook().questions.items()},
    **{"about": "happened", "citizenship": "kg", "region": "moscow", "purpose": "work", "app": "registered"},
    **dict.fromkeys(HAPPENED, "yes"),
}


@pytest.fixture
def opening(browser: Browser) -> Iterator[Opening]:
    """A phone on which this script runs before those of the page; no error may be left to the browser."""
    contexts, wrong = [], []

    def opened(lacks: str) -> Page:
        context = browser.new_context(viewport={"width": 360, "height": 740}, locale="ky-KG", service_workers="block")
        contexts.append(context)
        context.add_init_script(f"{{ {lacks} }}")
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def test_a_browser_of_2017_checks_makes_a_calendar_file_and_shows_the_list(opening: Opening, site: str) -> None:
    page = opening(FLOOR)
    start(page, site)
    to_result(page)
    page.reload()
    ended(page)
    page.locator("#daily_check summary").click()
    with page.expect_download() as caught:
        page.locator("#daily_check button[name=step]").click()
    assert Path(caught.value.path()).read_bytes().startswith(b"BEGIN:VCALENDAR")
    page.locator(".todo button[name=beside]").click()
    expect(page.locator("#check .to-show li").first).to_be_visible()


def test_a_browser_of_2017_shows_the_same_steps_as_one_of_today(opening: Opening, site: str) -> None:
    shown = []
    for lacks in ("", FLOOR):
        page = opening(lacks)
        start(page, site, f"#{codes.encoded(current.rulebook(), MUCH)}.r")
        page.locator("#mine").click()
        expect(page.locator("#check .todo li").nth(5)).to_be_attached()
        shown.append(page.locator("#check").inner_text())
    assert shown[0] == shown[1]


def test_a_browser_of_2017_helps_somebody_with_a_link_and_its_qr_code(opening: Opening, site: str) -> None:
    page = opening(FLOOR)
    page.goto(f"{site}/ky/check/helper/", wait_until="networkidle")
    page.locator("#id_citizenship").select_option("kg")
    expect(page.locator("#told li").first).to_be_visible()
    expect(page.locator("#drawn svg")).to_be_visible()


def test_below_the_floor_the_check_works_as_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="ky-KG", service_workers="block")
    page = context.new_page()

    def unreadable(route: Route) -> None:
        route.fulfill(body="a sign of tomorrow", content_type="text/javascript")

    for scripts in ("**/js/site*.js", "**/js/selfcheck/*.js"):
        page.route(scripts, unreadable)
    page.goto(f"{site}/ky/check/")
    for screen, answers in MOVED.items():
        fill_in(page, screen, answers)
    ended(page)
    with page.expect_download() as caught:
        page.locator(".todo button[name=step]").click()
    assert b"UID:daily_check@amina-guide" in Path(caught.value.path()).read_bytes()
    context.close()
