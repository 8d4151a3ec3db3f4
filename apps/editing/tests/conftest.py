"""People of the desk in Chromium."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from apps.editing.tests.signing_in import Open, sign_in


@pytest.fixture
def as_person(browser: Browser, site: str) -> Iterator[Open]:
    """Pages of signed-in people; the test fails on any complaint of the browser and on any foreign request."""
    complaints: list[str] = []
    contexts = []

    def open_page(name: str, width: int = 900, at: str = site) -> Page:
        # A visitor who saved the guide sees a change at the next update of the pack; this one did not save it.
        context = browser.new_context(viewport={"width": width, "height": 760}, locale="en", service_workers="block")
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda sent: None if sent.url.startswith((at, "data:")) else complaints.append(sent.url))
        if name:
            sign_in(page, at, name)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [text for text in complaints if "404 (Not Found)" not in text] == []
