"""What Chromium itself complains about on the real site: policy, foreign requests, cookies, width."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGES = [
    "/ky/",
    "/ru/q/moved/",
    "/en/topics/who/",
    "/ka/contacts/",
    "/ky/sources/",
    "/ru/about/",
    "/ky/check/",
    "/ky/nothing/",
]


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page that fails its test on any console error and on any request to somebody else."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on(
        "request", lambda request: None if request.url.startswith((site, "data:")) else complaints.append(request.url)
    )
    yield page
    context.close()
    assert [complaint for complaint in complaints if "404 (Not Found)" not in complaint] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule_and_fits_the_narrowest_phone(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_files_never_change_under_their_name(page: Page, site: str) -> None:
    with page.expect_response(lambda response: "/static/css/site." in response.url) as caught:
        page.goto(f"{site}/ky/")
    headers = caught.value.headers
    assert "immutable" in headers["cache-control"]
    assert headers["content-encoding"] in ("br", "gzip")
