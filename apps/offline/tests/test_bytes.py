"""What a first visit costs: an answer of the guide in three requests and 25 KB, and the parts of the self-check."""

import gzip
from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Request

from apps.selfcheck.phone import rules
from apps.selfcheck.tests import phone

pytestmark = pytest.mark.browser
FIRST_VISIT, WALKER, BUNDLE = 25_000, 1_000, 12_000


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    yield context.new_page()
    context.close()


def visit(page: Page, address: str) -> list[tuple[str, int]]:
    requests: list[Request] = []
    page.on("requestfinished", lambda request: requests.append(request))
    page.goto(address, wait_until="networkidle")
    sizes = [(request.url, request.sizes()) for request in requests if not request.url.startswith("data:")]
    return [(url, size["responseHeadersSize"] + size["responseBodySize"]) for url, size in sizes]


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_first_visit_to_an_answer_is_small(page: Page, site: str, language: str) -> None:
    loaded = visit(page, f"{site}/{language}/q/moved/")
    print(loaded)
    assert len(loaded) <= 3, loaded
    assert sum(size for _, size in loaded) <= FIRST_VISIT, loaded


def test_the_parts_of_the_self_check_are_listed(page: Page, site: str) -> None:
    loaded = visit(page, f"{site}/ky/check/")
    print(*loaded, sum(size for _, size in loaded), sep="\n")
    assert sum(url.endswith(".js") for url, _ in loaded) == 1 + len(list(phone.SCRIPTS.glob("*.js")))


def test_the_walker_is_under_a_kilobyte() -> None:
    assert len(gzip.compress((phone.SCRIPTS / "diagrams.js").read_bytes(), 9)) < WALKER


def test_the_bundle_of_the_rules_is_under_twelve_kilobytes(client: Client) -> None:
    r = client.get(f"/ky/check/rules.{rules()['version']}.json")
    size = len(gzip.compress(r.content, 9))
    print(size)
    assert size <= BUNDLE
