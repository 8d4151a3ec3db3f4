"""axe-core finds nothing on any kind of page, light or dark, on the narrowest phone; `make axe` asks every language."""

import os
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from django.conf import settings
from playwright.sync_api import Browser, Page

from apps.amina import current
from apps.amina.tests.workers import WORKER
from apps.selfcheck import codes
from apps.selfcheck.tests import phone

pytestmark = pytest.mark.browser

REGISTERED = {**WORKER, "app": "registered"}
HAPPENED = {**REGISTERED, "about": "happened"}
LANGUAGES = [code for code, _ in settings.LANGUAGES] if os.environ.get("EVERY_LANGUAGE") else ["ky", "ru", "ka", "hy"]
PATHS = [
    "",
    "q/moved/",
    "topics/daily/",
    "contacts/",
    "sources/",
    "about/",
    "offline/",
    "nothing/",
    "check/",
    "check/helper/",
]
RULE_PAGES = ["rules/", "rules/restore_signal/", "rules/flow/", "rules/changes/", "rules/changes/2025-12-01/"]
STEPS = [({"about": "must_i"}, ""), (HAPPENED, ""), (REGISTERED, ".r"), (REGISTERED, ".c"), ({"about": "must_i"}, ".r")]
# Tags of WCAG 2.2, levels A and AA, and what axe calls best practice; the dark differs in its colours alone.
RULES: dict[Literal["light", "dark"], dict[str, object]] = {
    "light": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "dark": {"type": "rule", "values": ["color-contrast"]},
}
VIOLATIONS = """async (only) => (await axe.run({ runOnly: only, resultTypes: ["violations"] })).violations
  .map(({ id, nodes }) => `${id} ${nodes[0].html}`)"""
# Texts that are cut off once letters are twice as large.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((place) => place.checkVisibility({ visibilityProperty: true }))
  .filter((place) => ["hidden", "clip"].includes(getComputedStyle(place).overflowX) && place.getBoundingClientRect().width > 2
    && (place.scrollWidth > place.clientWidth + 1 || place.scrollHeight > place.clientHeight + 1))
  .map((place) => place.outerHTML.slice(0, 80))"""
SMALL = """() => [...document.querySelectorAll("main button, main summary, main input, header a, header summary, footer a")]
  .filter((place) => place.offsetParent && !place.closest("label"))
  .map((place) => [place.textContent.trim(), place.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.9).map(([text, box]) => `${text} ${box.height}`)"""


@pytest.fixture(scope="module")
def fragments(browser: Browser) -> list[str]:
    with phone.opened(browser) as page:
        page.evaluate(
            "async (code) => Object.assign(rules, { code, codes: {} }, await import('/codes.js'))",
            codes.current(current.rulebook()),
        )
        return [
            f"check/#{page.evaluate('(given) => rules.encoded(rules, given)', given)}{mark}" for given, mark in STEPS
        ]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, service_workers="block", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_and_letters_of_twice_the_size_stay_on_the_page(
    page: Page, site: str, fragments: list[str], language: str
) -> None:
    wrong: dict[str, list[str]] = {}
    for path in [*PATHS, *RULE_PAGES, *fragments]:
        page.goto("about:blank")
        page.goto(f"{site}/{language}/{path}")
        if path.startswith("check/") and path != "check/helper/":
            page.wait_for_selector("#check[data-shown]")
        if "#" in path:
            wrong[f"{path} before it is one's own"] = [*large(page), *barriers(page)]
            page.locator("#mine").click()
        wrong[path] = [*large(page), *barriers(page)]
    assert {path: complaints for path, complaints in wrong.items() if complaints} == {}


def barriers(page: Page) -> list[str]:
    """What axe finds with everything unfolded, in the light and in the dark, and what is too small or too wide."""
    page.evaluate("document.querySelectorAll('main details').forEach((place) => { place.open = true; })")
    page.evaluate(Axe().axe_script)
    found = [f"too small: {text}" for text in page.evaluate(SMALL)]
    for scheme, only in RULES.items():
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {one}" for one in page.evaluate(VIOLATIONS, only)]
    return found + wider(page, 320)


def large(page: Page) -> list[str]:
    """What leaves the page or is cut off once letters are twice as large."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found = [*wider(page, 360), *(f"cut off: {place}" for place in page.evaluate(CUT_OFF))]
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size({"width": 320, "height": 640})
    return found


def wider(page: Page, width: int) -> list[str]:
    own = page.evaluate("document.documentElement.scrollWidth")
    return [f"is {own} wide"] if own > width else []
