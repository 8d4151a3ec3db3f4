"""In Chromium: a sheet is one page of paper, a text says that it is copied, a picture goes into a chat."""

import time
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
LONG = ["q/days-without-signal", "q/visit-over-90-days", "q/app-not-working", "topics/trouble", ""]
WITH = ["", "?with=ka", "?with=ka&with=hy", "?with=ka&with=hy&with=uz-cyrl"]
INSIDE = "(() => { const s = document.querySelector('.sheet'); return s.scrollHeight <= s.clientHeight + 1; })()"
SHARED = """navigator.canShare = () => true; navigator.share = (what) => {
  document.documentElement.dataset.shared = what.files[0].name;
  return Promise.resolve();
};"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="ky-KG")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", LONG)
@pytest.mark.parametrize("language", ["ky", "tg"])
def test_a_sheet_prints_on_exactly_one_page_with_all_that_it_says(
    page: Page, site: str, language: str, path: str
) -> None:
    page.set_viewport_size({"width": 703, "height": 1040})  # what A4 leaves between its margins
    page.emulate_media(media="print")
    for query in WITH:
        page.goto(f"{site}/{language}/{path}{'/' if path else ''}sheet/{query}")
        paper = page.pdf(prefer_css_page_size=True)
        assert len(pypdf.PdfReader(BytesIO(paper)).pages) == 1, query
        assert page.evaluate(INSIDE), query


def test_copying_as_text_says_that_it_copied(page: Page, site: str) -> None:
    page.goto(f"{site}/ky/q/moved/")
    button = page.locator("#copy-text")
    button.click()
    expect(button).to_have_text("Көчүрүлдү")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(page.locator("h1").inner_text())
    assert copied.endswith("/q/moved")


def test_a_messenger_gets_the_whole_text(page: Page, site: str) -> None:
    page.goto(f"{site}/ky/q/moved/")
    link = page.locator(".share a", has_text="WhatsApp")
    link.evaluate("one => { one.addEventListener('click', event => event.preventDefault()); one.click(); }")
    assert "%2Fq%2Fmoved" in str(link.get_attribute("href")).rpartition("text=")[2]


def test_an_sms_gets_what_fits_three_parts_of_it(page: Page, site: str) -> None:
    page.goto(f"{site}/ky/q/moved/text/")
    short = page.locator("#sms").input_value()
    page.goto(f"{site}/ky/q/moved/")
    link = page.locator(".share a", has_text="SMS")
    link.evaluate("one => { one.addEventListener('click', event => event.preventDefault()); one.click(); }")
    assert unquote(str(link.get_attribute("href")).partition("body=")[2]) == short


def test_a_text_in_two_languages_is_copied_two_taps_from_the_entry(page: Page, site: str) -> None:
    page.goto(f"{site}/ky/q/moved/")
    page.locator('.share a[href$="/text/"]').click()
    page.locator("[data-of=both]").click()
    expect(page.locator("[data-of=both]")).to_have_text("Көчүрүлдү")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#both").input_value()


def test_a_week_is_copied_two_taps_from_home(page: Page, site: str) -> None:
    page.goto(f"{site}/ky/")
    page.locator('main a[href$="/changes/week/"]').click()
    page.locator("[data-of=week]").click()
    expect(page.locator("[data-of=week]")).to_have_text("Көчүрүлдү")
    assert "/changes/" in page.evaluate("navigator.clipboard.readText()")


def test_nothing_that_stands_on_a_page_is_against_the_policy(page: Page, site: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for path in ("q/moved/", "q/moved/sheet/", "q/moved/text/", "share/", "changes/week/"):
        page.goto(f"{site}/ky/{path}")
    assert [text for text in said if "Content Security Policy" in text] == []
    for path in ("share/?since=2026-11-01", "q/moved/sheet/", "q/moved/text/", "changes/week/"):
        page.goto(f"{site}/ka/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_from_the_first_page_to_a_picture_in_a_chat_and_a_sheet_in_four_languages(page: Page, site: str) -> None:
    page.add_init_script(SHARED)
    started, taps = time.monotonic(), 0
    page.goto(f"{site}/ky/")
    for locator in ('main a[href$="/q/moved/"]', "#picture"):
        page.locator(locator).first.click()
        taps += 1
    page.wait_for_selector("html[data-shared$='.png']", state="attached")
    print(f"a picture handed to the chats: {taps} taps, {time.monotonic() - started:.1f} s")
    started, taps = time.monotonic(), 0
    page.goto(f"{site}/ky/")
    page.locator('main a[href$="/q/moved/"]').first.click()
    page.locator('.share a[href$="/sheet/"]').click()
    page.locator('a[href="?with=ru&with=uz&with=tg"]').click()
    page.wait_for_url("**/sheet/?with=*")
    assert page.locator(".sheet section").count() == 4
    expect(page.locator("#print")).to_be_visible()
    print(f"a sheet in four languages, up to the printer: 4 taps, {time.monotonic() - started:.1f} s")
