"""What comes out of a printer: a result on one sheet, two at most, and an entry on one."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from apps.amina import current
from apps.selfcheck.tests.test_check import REGISTERED

pytestmark = pytest.mark.browser
EVENTS = {"about": "happened", "app": "registered"} | {
    question.id: "2026-11-19" if question.is_date else "yes" for question in current.rulebook().screen("events")
}
SEND = """(answers) => {
  const form = Object.assign(document.createElement("form"), { method: "post", id: "all" });
  for (const [name, value] of Object.entries({ ...answers, finish: "1" })) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.body.append(form);
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4")))


@pytest.mark.parametrize(("language", "events", "most"), [("ky", {}, 1), ("hy", EVENTS, 2)])
def test_a_result_prints_on_one_sheet_two_at_most(
    page: Page, site: str, language: str, events: dict[str, str], most: int
) -> None:
    page.goto(f"{site}/{language}/check/")
    page.evaluate(SEND, {**REGISTERED, **events})
    with page.expect_navigation():
        page.evaluate("document.getElementById('all').submit()")
    page.emulate_media(media="print")
    assert page.locator(".verdict h1").is_visible()
    assert page.locator(".todo li").last.is_visible()
    assert page.locator(".qr").is_visible()
    assert page.locator(".whom .tel").first.is_visible()
    assert sheets(page) <= most


def test_the_list_in_two_languages_prints_on_one_sheet(page: Page, site: str) -> None:
    page.goto(f"{site}/hy/check/")
    page.evaluate(SEND.replace('finish: "1"', 'beside: "ru"'), REGISTERED)
    with page.expect_navigation():
        page.evaluate("document.getElementById('all').submit()")
    page.emulate_media(media="print")
    assert page.locator(".to-show li").first.is_visible()
    assert page.locator(".qr").is_visible()
    assert not page.locator("button").first.is_visible()
    assert sheets(page) == 1
