"""The desk at five widths, light and dark: clean under axe, nothing beside the page, the first field near for keys."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from apps.editing.tests.databases import Shipped
from apps.editing.tests.signing_in import sign_in
from apps.offline.tests.serving import ROOT, environment, prepared
from apps.offline.tests.test_accessibility import RULES, VIOLATIONS

pytestmark = pytest.mark.browser
WIDTHS = (360, 1024, 1280, 1366, 1920)
MOST_TABS = 5
TRANSLATIONS = "/admin/translations/translationstate/"
# Who opens what; behind > the first of a list is opened.
PAGES = {
    "sign-in": ("", "/account/"),
    "what waits": ("publisher", "/admin/"),
    "entries": ("writer", "/admin/guide/entry/"),
    "entry": ("writer", "/admin/guide/entry/?q=moved>"),
    "new entry": ("writer", "/admin/guide/entry/add/"),
    "translation": ("translator", "/admin/guide/entry/?q=moved>"),
    "table": ("reviewer", TRANSLATIONS),
    "short texts": ("reviewer", f"{TRANSLATIONS}at-a-glance/ky/"),
    "review": ("reviewer", f"{TRANSLATIONS}one-by-one/review/ky/"),
    "proposals": ("publisher", "/admin/editing/proposal/"),
    "proposal": ("publisher", "/admin/editing/proposal/>"),
    "history": ("publisher", "/admin/guide/entry/?q=moved>"),
    "files": ("translator", f"{TRANSLATIONS}exchange/"),
    "questions": ("publisher", "/admin/asking/question/?in=ky"),
    "accounts": ("editor", "/admin/auth/user/"),
    "account": ("editor", "/admin/auth/user/>"),
    "sessions": ("editor", "/account/sessions/"),
}
WITHOUT_FIELD = {"what waits", "history", "sessions"}
# Colours that are still on their way from light to dark are nobody's colours.
AT_ONCE = "*, *::before, *::after { transition: none !important; animation: none !important }"
BESIDE = """() => document.documentElement.scrollWidth - innerWidth"""
FOCUSED = """() => [document.activeElement.matches("#content :is(input:not([type=hidden]), select, textarea)"),
  document.activeElement.matches(".skip-to-content-link")]"""


@pytest.fixture(scope="module")
def furnished(site: str, site_database: Path, shipped: Shipped) -> str:
    """The site with one row of everything that ships without any."""
    furnish = "from apps.editing.tests import desk; desk.furnish()"
    manage = [sys.executable, "manage.py", "shell", "-v0", "-c", furnish]
    subprocess.run(manage, cwd=ROOT, env=environment(site_database, prepared(shipped)), check=True)
    return site


@pytest.fixture(params=PAGES)
def opened(request: pytest.FixtureRequest, browser: Browser, furnished: str) -> Iterator[tuple[str, Page]]:
    person, address = PAGES[request.param]
    page = browser.new_context(locale="en", service_workers="block", bypass_csp=True).new_page()
    if person:
        sign_in(page, furnished, person)
    path, first, _ = address.partition(">")
    page.goto(furnished + path)
    if first:
        page.locator("#result_list tbody th a").first.click()
    if request.param == "history":
        page.locator("a.historylink").click()
    yield request.param, page
    page.context.close()


def complaints(page: Page, scheme: Any) -> list[str]:
    page.emulate_media(color_scheme=scheme)
    found: list[str] = page.evaluate(VIOLATIONS, RULES[scheme])
    return found


def tabs_to_the_first_field(page: Page) -> int:
    for pressed in range(1, MOST_TABS + 1):
        page.keyboard.press("Tab")
        field, leap = page.evaluate(FOCUSED)
        if field:
            return pressed
        if leap:
            page.keyboard.press("Enter")
    return MOST_TABS + 1


def test_a_page_of_the_desk_fits_is_clean_and_near_for_keys(opened: tuple[str, Page]) -> None:
    name, page = opened
    address, wrong = page.url, []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        if name not in WITHOUT_FIELD and tabs_to_the_first_field(page) > MOST_TABS:
            wrong.append(f"{width}: more than {MOST_TABS} tabs")
        if page.evaluate(BESIDE) > 0:
            wrong.append(f"{width}: wider than the screen")
        page.add_style_tag(content=AT_ONCE)
        page.evaluate(Axe().axe_script)
        wrong += [f"{width} {scheme}: {text}" for scheme in RULES for text in complaints(page, scheme)]
        if folder := os.environ.get("DESK_PICTURES"):
            page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
    assert not wrong
