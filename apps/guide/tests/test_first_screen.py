"""The answer comes first: on a cheap phone title and short answer stand wholly on the first screen."""

import pytest
from playwright.sync_api import Browser

from apps.guide.tests.test_content import ENTRIES, each_language

pytestmark = pytest.mark.browser

WIDTH, HEIGHT = 360, 740
BOTTOM = "document.querySelector('.answer').getBoundingClientRect().bottom"


@each_language
def test_a_short_answer_stands_wholly_on_the_first_screen(browser: Browser, site: str, code: str) -> None:
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    page, bottoms = context.new_page(), {}
    for slug in ENTRIES:
        page.goto(f"{site}/{code}/q/{slug}/", wait_until="domcontentloaded")
        bottoms[slug] = page.evaluate(BOTTOM)
    context.close()
    assert {slug: bottom for slug, bottom in bottoms.items() if bottom > HEIGHT} == {}
