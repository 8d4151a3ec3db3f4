"""On the phone answers stay in the address behind the #: the log of the network, the way back, links and midnight."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from apps.amina import current
from apps.amina.tests.test_phrases import phrases
from apps.selfcheck import codes
from apps.selfcheck.tests.walking import KYRGYZ, WORKER, ended, go_on, show_now, stands_at, to_result, walk
from apps.translations.languages import OWN_NAMES

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    # What the service worker saves has tests of its own; making a whole pack would only keep this server busy.
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        locale="ky-KG",
        permissions=["clipboard-read", "clipboard-write"],
        service_workers="block",
    )
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def start(page: Page, site: str, fragment: str = "") -> list[Request]:
    requests: list[Request] = []
    page.context.on("request", lambda request: requests.append(request))
    page.goto(f"{site}/ky/check/{fragment}")
    page.wait_for_selector("#check[data-shown]")
    return requests


def test_no_request_carries_an_answer_and_nothing_is_stored(page: Page, site: str) -> None:
    requests = start(page, site)
    to_result(page)
    page.reload()
    ended(page)
    page.locator("#daily_check summary").click()
    with page.expect_download() as caught:
        page.locator("#daily_check button[name=step]").click()
    assert Path(caught.value.path()).read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert {request.method for request in requests} <= {"GET", "HEAD"}
    code = page.url.partition("#")[2].split(".")[1]
    sent = [f"{request.url.partition('#')[0]} {request.post_data} {request.headers}" for request in requests]
    assert [line for line in sent if code in line or "kg" in line.split("?")[-1] and "?" in line] == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_way_back_and_reload_keep_the_place(page: Page, site: str) -> None:
    start(page, site)
    walk(page, until="visit")
    page.go_back()
    stands_at(page, "circumstances")
    page.reload()
    stands_at(page, "circumstances")
    page.go_forward()
    stands_at(page, "visit")
    for screen in ("circumstances", "person"):
        page.locator(".actions button[name=change]").click()
        stands_at(page, screen)
    page.reload()
    stands_at(page, "person")
    assert page.locator("input[value=moscow]").is_checked()
    page.go_back()
    page.go_back()
    stands_at(page, "visit")


def test_after_another_language_the_way_back_leads_to_the_answered_question_before(page: Page, site: str) -> None:
    page.goto(f"{site}/ky/")
    start(page, site)
    walk(page, until="visit")
    page.locator("#check .languages summary").click()
    page.locator("#check .languages button[lang=uz]").click()
    uzbek = phrases("uz")
    stands_at(page, "visit", uzbek)
    for screen in ("circumstances", "person", "about"):
        page.go_back()
        stands_at(page, screen, uzbek)
        assert page.locator("#check input:checked").count() == len(WORKER[screen])
    go_on(page)
    stands_at(page, "visit", uzbek)  # what was answered is not asked again
    page.go_back()
    stands_at(page, "about", uzbek)
    page.go_back()
    page.wait_for_url(f"{site}/ky/")


def test_the_question_takes_the_focus_and_is_announced(page: Page, site: str) -> None:
    start(page, site)
    walk(page, until="circumstances")
    assert page.evaluate("document.activeElement.localName") == "h1"
    assert "суроо калат" in page.locator("#announcement").inner_text()


def test_a_mistake_is_said_and_focused(page: Page, site: str) -> None:
    start(page, site)
    go_on(page)
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "error"


def test_a_link_with_answers_leads_where_they_lead(page: Page, site: str) -> None:
    start(page, site)
    to_result(page)
    page.locator("#copy-answers").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{site}/check/#"), "a link names no language: whoever opens it reads it in their own"
    other = page.context.new_page()
    other.goto(link)
    expect(other.locator("#came-answers")).to_contain_text(KYRGYZ["questions.citizenship.options.kg"])
    other.locator("#mine").click()
    stands_at(other, "signal")
    show_now(other)
    ended(other)


def test_the_steps_are_passed_on_without_the_answers(page: Page, site: str) -> None:
    page.add_init_script("delete Navigator.prototype.share")
    start(page, site)
    to_result(page)
    page.locator("#share-steps").click()
    text = page.evaluate("navigator.clipboard.readText()")
    assert KYRGYZ["steps.daily_check.title"] in text
    assert "#" not in text and KYRGYZ["questions.citizenship.options.kg"] not in text


@pytest.mark.parametrize("fragment", ["#abc.AAAA", f"#{codes.current(current.rulebook())}.AAAAAAAA"])
def test_a_broken_link_says_so_and_asks_from_the_start(page: Page, site: str, fragment: str) -> None:
    start(page, site, fragment)
    expect(page.locator("#unknown-code")).to_be_visible()
    stands_at(page, "about")


def test_the_link_to_the_content_keeps_the_interview(page: Page, site: str) -> None:
    start(page, site)
    walk(page, until="circumstances")
    page.evaluate("location.hash = 'main'")
    stands_at(page, "circumstances")
    page.reload()
    stands_at(page, "circumstances")


def test_answers_are_kept_only_when_asked_and_erased_again(page: Page, site: str) -> None:
    start(page, site)
    walk(page, until="circumstances")
    page.locator("#keep").click()
    page.goto("about:blank")
    page.goto(f"{site}/ky/check/")
    page.locator("#continue-kept").click()
    stands_at(page, "circumstances")
    page.locator("#erase").click()
    assert page.evaluate("localStorage.length") == 0


def test_leaving_quickly_shows_an_empty_page_and_the_way_back_no_answers(page: Page, site: str) -> None:
    start(page, site)
    walk(page, until="visit")
    page.locator("#leave").click()
    page.wait_for_url("about:blank")
    page.go_back()
    assert page.url == f"{site}/ky/check/"


def test_leaving_quickly_covers_no_part_of_going_on_in_any_language(page: Page, site: str) -> None:
    covered = {}
    for code in OWN_NAMES:
        page.goto(f"{site}/{code}/check/")
        page.wait_for_selector("#check[data-shown]")
        leave, go_on = (page.locator(place).bounding_box() for place in ("#leave", "#check .actions button"))
        assert leave and go_on
        covered[code] = go_on["y"] < leave["y"] + leave["height"] and leave["y"] < go_on["y"] + go_on["height"]
    assert [code for code, one in covered.items() if one] == []


def test_a_line_of_the_list_leads_to_its_card_and_the_answers_stay(page: Page, site: str) -> None:
    start(page, site)
    to_result(page)
    address = page.url
    page.locator('.todo a[href="#daily_check"]').click()
    assert page.evaluate("document.activeElement.id") == "daily_check"
    page.locator(".skip").evaluate("link => link.click()")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.url == address
    ended(page)


def test_another_language_keeps_the_answers(page: Page, site: str) -> None:
    start(page, site)
    walk(page, until="circumstances")
    page.get_by_text("Башка тилде улантуу").click()
    page.get_by_role("button", name="English").click()
    stands_at(page, "circumstances", phrases("en"))


def test_the_rules_change_at_midnight_in_moscow_while_the_page_stays_open(page: Page, site: str) -> None:
    page.clock.install()
    start(page, site)
    stands_at(page, "about")
    # 1 September 2029, 23:59:30 in Moscow; the experiment ends with this day.
    page.clock.pause_at(datetime(2029, 9, 1, 20, 59, 30, tzinfo=UTC))
    page.context.set_offline(True)
    page.clock.run_for(61_000)
    ended(page, "ended")
    assert page.locator(".notice", has_text="2026").count() == 1
