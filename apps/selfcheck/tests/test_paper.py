"""What comes out of a printer: a result on one sheet, two at most, and an entry on one."""

import re
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page

from apps.amina import current
from apps.rules.saying.people import Person, load_people
from apps.selfcheck.tests.test_check import REGISTERED

pytestmark = pytest.mark.browser
EVENTS = {"about": "happened", "app": "registered"} | {
    question.id: "2026-11-19" if question.is_date else "yes" for question in current.rulebook().screen("events")
}
PEOPLE = load_people(current.FOLDER.parent / "people", current.rulebook())
TEN = PEOPLE[:: len(PEOPLE) // 10][:10]
LONGEST = "hy"  # its letters take the most room on paper
SEND = """(answers) => {
  const form = Object.assign(document.createElement("form"), { method: "post", id: "all" });
  for (const [name, values] of Object.entries({ ...answers, finish: "1" })) {
    for (const value of [values].flat()) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
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


def print_result(page: Page, address: str, answers: Mapping[str, object], send: str = SEND) -> None:
    page.goto(address)
    page.evaluate(send, answers)
    with page.expect_navigation():
        page.evaluate("document.getElementById('all').submit()")
    page.emulate_media(media="print")


@pytest.mark.parametrize(("language", "events", "most"), [("ky", {}, 1), ("hy", EVENTS, 2)])
def test_a_result_prints_on_one_sheet_two_at_most(
    page: Page, site: str, language: str, events: dict[str, str], most: int
) -> None:
    print_result(page, f"{site}/{language}/check/", {**REGISTERED, **events})
    assert page.locator(".verdict h1").is_visible()
    assert page.locator(".todo li").last.is_visible()
    assert page.locator(".qr").is_visible()
    assert page.locator(".whom .tel").first.is_visible()
    assert sheets(page) <= most


@pytest.mark.parametrize("person", TEN, ids=lambda person: person.id)
def test_the_results_of_ten_example_people_print_on_two_sheets_at_most(page: Page, site: str, person: Person) -> None:
    answers = {id: value if isinstance(value, list) else str(value) for id, value in person.answers.items()}
    print_result(page, f"{site}/{LONGEST}/check/", answers)
    assert page.locator(".verdict h1").is_visible()
    assert page.locator(".qr").is_visible()
    assert sheets(page) <= 2


def test_the_list_in_two_languages_prints_on_one_sheet(page: Page, site: str) -> None:
    print_result(page, f"{site}/hy/check/", REGISTERED, SEND.replace('finish: "1"', 'beside: "ru"'))
    assert page.locator(".to-show li").first.is_visible()
    assert page.locator(".qr").is_visible()
    assert not page.locator("button").first.is_visible()
    assert sheets(page) == 1
