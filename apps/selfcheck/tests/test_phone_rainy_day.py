"""The phone where something is missing, wrong or somebody else's: every button still ends in a result that says so."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from apps.amina import current
from apps.amina.tests.test_phrases import phrases
from apps.selfcheck.tests.test_phone_privacy import page, start
from apps.selfcheck.tests.walking import KYRGYZ, choose, stands_at, to_result, walk

__all__ = ["page"]  # the fixture
pytestmark = pytest.mark.browser
NO_CLIPBOARD = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));"
NO_COPYING = NO_CLIPBOARD + "document.execCommand = () => false;"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });"


@pytest.mark.parametrize("missing", ["delete window.Blob", "delete URL.createObjectURL"])
def test_without_files_of_its_own_the_phone_gets_the_servers(page: Page, site: str, missing: str) -> None:
    start(page, site)
    to_result(page)
    page.evaluate(missing)
    with page.expect_download(timeout=60_000) as caught:
        page.locator("button[name=step][value=all]").click(no_wait_after=True)
    assert b"UID:daily_check@amina-guide" in Path(caught.value.path()).read_bytes()


def test_without_sharing_the_steps_are_copied_and_without_copying_marked(page: Page, site: str) -> None:
    page.add_init_script("delete Navigator.prototype.share;" + NO_COPYING)
    start(page, site)
    to_result(page)
    page.locator("#share-steps").click()
    expect(page.locator("#said")).to_contain_text("көчүрүп алыңыз")
    marked = page.evaluate("document.activeElement.value.slice(0, document.activeElement.selectionEnd)")
    assert KYRGYZ["steps.daily_check.title"] in marked


def test_a_refused_clipboard_copies_the_older_way_and_says_so(page: Page, site: str) -> None:
    page.add_init_script(NO_CLIPBOARD)
    start(page, site)
    to_result(page)
    page.locator("#copy-answers").click()
    expect(page.locator("#said")).to_have_text("Көчүрүлдү")
    assert "/check/#" in page.evaluate("navigator.clipboard.readText()")


def test_keeping_says_whether_it_worked(page: Page, site: str) -> None:
    start(page, site)
    walk(page, until="person")
    page.locator("#keep").click()
    expect(page.locator("#said")).to_have_text("Бул телефондо сакталды.")
    page.evaluate(NO_STORAGE)
    page.locator("#keep").click()
    expect(page.locator("#said")).to_have_text("Бул телефон сактоого уруксат бербейт.")


def test_who_keeps_answers_is_told_which_steps_have_changed(page: Page, site: str) -> None:
    start(page, site)
    to_result(page)
    page.locator("#keep").click()
    page.evaluate("""() => {
      const kept = JSON.parse(localStorage["amina-guide-answers"]);
      delete kept.steps.daily_check;
      kept.steps.of_old = ["Эски кадам", null];
      localStorage["amina-guide-answers"] = JSON.stringify(kept);
    }""")
    page.goto("about:blank")
    start(page, site)
    changes = page.locator("#kept-changes li")
    expect(changes).to_have_text([f"Жаңы: {KYRGYZ['steps.daily_check.title']}", "Эми жок: Эски кадам"])
    page.locator("#continue-kept").click()
    page.goto("about:blank")
    start(page, site)
    expect(page.locator("#continue-kept")).to_be_visible()
    assert changes.count() == 0


def test_erasing_leaves_no_answer_behind_the_ways_back_and_forward(page: Page, site: str) -> None:
    start(page, site)
    to_result(page)
    page.locator(".actions a.button.secondary").click()
    stands_at(page, "about")
    for way in (page.go_back, page.go_forward, page.go_back):
        way()
        assert "#" not in page.url
        assert page.locator("#check input[type=hidden][name=about]").count() == 0


def test_answers_of_somebody_else_are_laid_aside_and_shown_in_another_language(page: Page, site: str) -> None:
    start(page, site)
    walk(page, until="circumstances")
    fragment = page.url.partition("#")[2]
    other = page.context.new_page()
    other.goto(f"{site}/ky/check/#{fragment}")
    expect(other.locator("h1")).to_have_text("Бул жооптор шилтеме менен кошо келди")
    other.get_by_role("link", name="English").click()
    expect(other.locator("h1")).to_have_text("These answers came with the link")
    expect(other.locator("#came-answers")).to_contain_text(phrases("en")["questions.citizenship.options.kg"])
    other.locator("#not-mine").click()
    stands_at(other, "about", phrases("en"))
    assert "#" not in other.url


def test_a_second_tap_on_the_same_spot_does_nothing(page: Page, site: str) -> None:
    start(page, site)
    choose(page, "about", "must_i")
    page.locator("#check .actions button").first.dblclick()
    stands_at(page, "person")
    assert page.get_by_role("alert").count() == 0
    assert page.locator("#check input:checked").count() == 0


NOW = datetime.now(UTC)
CHECKED = max(step.checked_on for step in current.rulebook().steps.values())
BEFORE = datetime(CHECKED.year, CHECKED.month, CHECKED.day, tzinfo=UTC) - timedelta(days=1)


@pytest.mark.parametrize(
    "clock", [NOW + timedelta(days=3), NOW - timedelta(days=3), BEFORE], ids=["ahead", "behind", "before"]
)
def test_a_clock_that_cannot_be_right_gets_a_warning_and_no_verdict(page: Page, site: str, clock: datetime) -> None:
    page.clock.install(time=clock)
    start(page, site)
    expect(page.locator("h1")).to_have_text("Бул телефондогу дата туура эмес окшойт")
    assert page.locator("#check input, #check .verdict").count() == 0


def test_after_continue_the_page_stands_at_the_question_and_the_notice_is_gone(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 740}, locale="ky-KG", service_workers="block")
    page = context.new_page()
    start(page, site)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.locator("main > .unreviewed").is_visible()
    walk(page, until="circumstances")
    assert not page.locator("main > .unreviewed").is_visible()
    answer = page.locator("#check .choice").first.bounding_box()
    assert answer and answer["y"] + answer["height"] <= 740
    context.close()
