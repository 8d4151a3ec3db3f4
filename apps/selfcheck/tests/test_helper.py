"""All questions on one page for a helper: without scripts, and on a phone without internet."""

import html
import re
from collections.abc import Iterator

import pytest
import segno
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from apps.amina import current
from apps.amina.tests.test_phrases import phrases
from apps.selfcheck import codes
from apps.selfcheck.tests.test_check import REGISTERED

WORKER = {**REGISTERED, "about": "happened", "app": "registered"}
HELPER = "/ky/check/helper/"


@pytest.mark.django_db
def test_every_question_stands_on_the_page_once(client: Client) -> None:
    r = client.get(HELPER)
    names = re.findall(r'name="(\w+)"', r.text.partition('id="helper"')[2].partition("</form>")[0])
    asked = [name for name in dict.fromkeys(names) if name != "beside"]
    assert asked == list(current.rulebook().questions)


@pytest.mark.django_db
def test_without_scripts_the_list_comes_in_two_languages_with_link_and_qr_code(client: Client) -> None:
    r = client.post(HELPER, {**WORKER, "beside": "uz"})
    titles = [phrases(language)[f"steps.{id}.title"] for language in ("ky", "uz") for id in ("covered", "daily_check")]
    assert [title for title in titles if r.text.count(html.escape(title)) < 2] == []
    link = r.context["link"]
    assert link.startswith(f"http://testserver/check/#{codes.current(current.rulebook())}.")
    assert f'aria-label="QR {link}"' in r.text
    assert "no-store" in r.headers["Cache-Control"]


@pytest.mark.django_db
def test_what_is_open_is_named_and_a_wrong_day_is_told(client: Client) -> None:
    r = client.post(HELPER, {"moved": "yes", "moved_on": "2999-01-01"})
    labels = [label for _, label in r.context["find_out"]]
    assert phrases("ky")["questions.citizenship.label"] in labels
    assert 'role="alert"' in r.text


@pytest.mark.django_db
def test_the_check_leads_to_the_page_for_helpers(client: Client) -> None:
    assert HELPER in client.get("/ky/check/").text


@pytest.mark.django_db
def test_without_scripts_another_language_keeps_the_answers(client: Client) -> None:
    r = client.post(HELPER, WORKER)
    assert 'formaction="/uz/check/helper/"' in r.text
    assert 'class="languages"' not in r.text.partition("<main")[0], "a link in the header would drop them"
    r = client.post("/uz/check/helper/", WORKER)
    assert html.escape(phrases("uz")["steps.covered.title"]) in r.text
    assert '<option value="kg" selected>' in r.text


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_on_a_phone_without_internet_the_list_grows_with_the_answers(page: Page, site: str) -> None:
    page.goto(f"{site}{HELPER}", wait_until="networkidle")
    page.context.set_offline(True)
    page.locator("#id_citizenship").select_option("kg")
    expect(page.locator("#told li").first).to_be_visible()
    page.locator("#id_region").select_option("moscow")
    page.locator("#id_purpose").select_option("work")
    page.locator("#id_app").select_option("registered")
    for language in ("ky", "ru"):
        expect(page.locator("#told")).to_contain_text(phrases(language)["steps.covered.title"])
    link = page.locator("#link").input_value()
    assert {text: rows for text, rows in drawn(page).items() if rows not in every_mask(text)} == {}
    assert page.evaluate("[localStorage.length, document.cookie]") == [0, ""]
    page.context.set_offline(False)
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("#came-with-link")).to_contain_text(phrases("en")["questions.citizenship.label"])


@pytest.mark.browser
@pytest.mark.parametrize("way", ["header", "form"])
def test_another_language_keeps_the_answers_and_none_stands_in_the_address(page: Page, site: str, way: str) -> None:
    page.goto(f"{site}{HELPER}", wait_until="networkidle")
    page.locator("#id_citizenship").select_option("kg")
    page.locator("input[name=moved]").check()
    page.locator("#id_moved_on").fill("2026-11-20")
    page.locator(f"{way} .languages summary").click()
    page.locator(f"{way} .languages [lang=en]").click()
    expect(page.locator("h1")).to_have_text("For helpers: all questions on one page")
    expect(page.locator("#id_citizenship")).to_have_value("kg")
    expect(page.locator("input[name=moved]")).to_be_checked()
    expect(page.locator("#id_moved_on")).to_have_value("2026-11-20")
    expect(page.locator("#told li").first).to_be_visible()
    assert page.url == f"{site}/en/check/helper/"


LINKS = ["https://example.org/check/#848.Y".ljust(length, "x") for length in (33, 60, 61, 104, 150, 213, 400)]
DRAWN = """async (links) => {
  const found = performance.getEntriesByType("resource").map(({ name }) => name).find((name) => name.includes("/lean-qr"));
  const { correction, generate } = await import(found);
  return links.map((link) => {
    const code = generate(link, { minCorrectionLevel: correction.M }), all = [...Array(code.size).keys()];
    return all.map((y) => all.map((x) => Number(code.get(x, y))));
  });
}"""


def drawn(page: Page) -> dict[str, list[list[int]]]:
    """What the library that the phone has makes of links of all lengths."""
    return dict(zip(LINKS, page.evaluate(DRAWN, LINKS), strict=True))


def every_mask(text: str) -> list[list[list[int]]]:
    """What another library, the server's, makes of it: any of the eight masks is a good code."""
    made = [segno.make(text, error="m", boost_error=False, encoding="utf-8", eci=True, mask=mask) for mask in range(8)]
    return [[[*row] for row in code.matrix] for code in made]
