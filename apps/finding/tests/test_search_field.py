"""The field as a reader uses it on a phone of 360 px: as one types, without internet, with a keyboard, by ear."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})"""


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="ky-KG")
    page = context.new_page()
    page.goto(f"{site}/ky/")
    yield page
    context.close()


def save(page: Page, home: str) -> None:
    page.goto(home)
    page.locator("[data-does=save]").click()
    page.wait_for_selector("[data-does=update]:not([hidden])")


def first(page: Page) -> str:
    return str(page.locator("#found a").first.evaluate("(link) => link.pathname"))


def test_answers_come_as_one_types_and_no_query_leaves_the_phone(phone: Page) -> None:
    asked: list[str] = []
    phone.locator("#q").focus()
    phone.wait_for_function("performance.getEntriesByName(document.getElementById('search').dataset.index).length >= 0")
    phone.on("request", lambda request: asked.append(request.url))
    phone.locator("#q").press_sequentially("telefonum jogoldu", delay=10)
    expect(phone.locator("#found")).to_be_visible()
    assert first(phone) == "/ky/q/phone-lost/"
    assert phone.locator("#found li").count() <= 7
    phone.locator("#q").press("Enter")
    assert phone.url.endswith("/ky/")
    assert not [url for url in asked if "telefon" in url or "q=" in url]


def test_whoever_comes_back_from_an_answer_finds_the_others_again(phone: Page) -> None:
    phone.locator("#q").fill("telefonum jogoldu")
    phone.locator("#found a").first.click()
    phone.wait_for_url("**/q/phone-lost/")
    phone.go_back()
    expect(phone.locator("#q")).to_have_value("telefonum jogoldu")
    expect(phone.locator("#found a").first).to_be_visible()


def test_the_field_is_large_first_and_shifts_nothing(phone: Page) -> None:
    box = phone.locator("#q").bounding_box()
    assert box is not None
    assert box["height"] >= 60
    assert box["y"] < 300
    assert phone.evaluate(SHIFTS) == 0


def test_the_stroke_leads_to_the_field_and_escape_closes_what_was_found(phone: Page) -> None:
    phone.keyboard.press("/")
    expect(phone.locator("#q")).to_be_focused()
    phone.keyboard.type("картам жоголду")
    expect(phone.locator("#found")).to_be_visible()
    assert phone.locator("#q").input_value() == "картам жоголду"
    phone.keyboard.press("Escape")
    expect(phone.locator("#found")).to_be_hidden()


def test_a_screen_reader_hears_how_many_answers_there_are(phone: Page) -> None:
    phone.locator("#q").fill("көчүп кеттим")
    phone.locator("#q").press("a")
    expect(phone.locator("#found-count")).to_have_text("Табылган жооптор: 7")
    heard = phone.locator("body").aria_snapshot()
    assert "- search:" in heard
    assert 'region "Табылгандар"' in heard


@pytest.mark.parametrize("language", ["ky", "hy"])
def test_the_search_works_in_flight_mode(phone: Page, site: str, language: str) -> None:
    save(phone, f"{site}/{language}/")
    phone.context.set_offline(True)
    phone.goto(f"{site}/{language}/q/moved/")
    phone.locator("#q").fill("потерял телефон")
    expect(phone.locator("#found")).to_be_visible()
    assert first(phone) == f"/{language}/q/phone-lost/"
    phone.locator("#found a").first.click()
    expect(phone.locator(".answer")).to_be_visible()


def test_the_saved_page_of_the_search_answers_an_address_with_a_query(phone: Page, site: str) -> None:
    save(phone, f"{site}/ky/")
    phone.context.set_offline(True)
    phone.goto(f"{site}/ky/search/?q=телефонум+жоголду")
    expect(phone.locator("#found")).to_be_visible()
    assert first(phone) == "/ky/q/phone-lost/"
    assert phone.locator("#served").is_hidden()


def test_without_scripts_the_form_asks_the_server(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site}/ky/q/moved/")
    page.locator("#q").fill("телефонум жоголду")
    page.locator("#search button").click()
    assert "/ky/search/?q=" in page.url
    assert page.locator("#served li a").first.get_attribute("href") == "/ky/q/phone-lost/"
    context.close()
