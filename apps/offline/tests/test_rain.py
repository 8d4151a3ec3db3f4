"""Saved pages on a rainy day: odd addresses, failing storage, wrong clocks, old browsers, and what readers ask for."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from apps.offline.tests.stand import Stand, standing
from apps.selfcheck.tests.lacking import FLOOR

pytestmark = pytest.mark.browser

A_YEAR = 365 * 24 * 60 * 60 * 1000
SAVE, UPDATE, REMOVE = (f"[data-does={what}]" for what in ("save", "update", "remove"))
FAILURES = {
    "caches.open is refused": "caches.open = () => Promise.reject(new Error('refused'));",
    "caches.keys is refused": "caches.keys = () => Promise.reject(new Error('refused'));",
    "caches.match never answers": "caches.match = () => new Promise(() => {});",
    "caches cannot be named": "Object.defineProperty(self, 'caches', { get() { throw new Error('insecure'); } });",
    "nothing can be put": "Cache.prototype.put = () => Promise.reject(new DOMException('', 'InvalidStateError'));",
}
FULL = (
    "Cache.prototype.put = function put(key) { return /wishes|ky$/.test(key) ? real.call(this, ...arguments) : no(); };"
)
FULL = f"const real = Cache.prototype.put, no = () => Promise.reject(new DOMException('', 'QuotaExceededError'));{FULL}"
SET_CHECKED = """async (shift) => {
  const names = (await caches.keys()).filter((name) => name.startsWith("/pack/")), cache = await caches.open(names[0]);
  const record = await (await cache.match("/offline-record")).json();
  const text = JSON.stringify({ ...record, checked: Date.now() + shift });
  await cache.put("/offline-record", new Response(text));
}"""


@pytest.fixture
def stand() -> Iterator[Stand]:
    with standing() as stand:
        yield stand


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def open_at(page: Page, stand: Stand, path: str) -> None:
    page.goto(stand.address + path)


def saved(page: Page, stand: Stand, language: str = "ky") -> None:
    """Save a language by its button."""
    open_at(page, stand, f"/{language}/")
    page.locator(SAVE).click()
    page.wait_for_selector(UPDATE)


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def packs(page: Page) -> list[str]:
    found: list[str] = page.evaluate("async () => (await caches.keys()).filter((name) => name.startsWith('/pack/'))")
    return found


def asked(stand: Stand) -> int:
    return sum(one.startswith("GET") and one.endswith("pack.json") for one in stand.asked)


@pytest.mark.parametrize("end", ["/?fbclid=1", "/?utm_source=x&utm_medium=y", "", "?a=b", "/index.html", "/#top"])
def test_a_saved_page_is_found_whatever_hangs_on_its_address(page: Page, stand: Stand, end: str) -> None:
    saved(page, stand)
    page.context.set_offline(True)
    open_at(page, stand, f"/ky/q/moved{end}")
    assert heading(page) == "ky q/moved/ version 1"


def test_a_page_in_another_language_says_which_languages_are_saved(page: Page, stand: Stand) -> None:
    saved(page, stand)
    saved(page, stand, "uz-cyrl")
    page.context.set_offline(True)
    open_at(page, stand, "/uz/q/moved/?from=chat")
    page.wait_for_selector("#elsewhere")
    links = page.locator("#elsewhere a:visible")
    assert [link.get_attribute("href") for link in links.all()] == [
        f"{stand.address}/ky/q/moved/", f"{stand.address}/uz-cyrl/q/moved/"
    ]  # fmt: skip
    assert page.locator("#again").get_attribute("href") == f"{stand.address}/uz/q/moved/?from=chat"
    page.context.set_offline(False)
    page.locator("#again").click()
    page.wait_for_url("**/uz/q/moved/?from=chat")
    assert heading(page) == "uz q/moved/ version 1"


def test_a_pack_whose_pages_are_gone_is_not_believed_and_comes_again(page: Page, stand: Stand) -> None:
    saved(page, stand)
    page.evaluate(
        "async () => { for (const name of await caches.keys()) if (name !== '/wishes') await caches.delete(name); }"
    )
    open_at(page, stand, "/ky/contacts/")
    assert heading(page) == "ky contacts/ version 1"
    page.wait_for_selector(UPDATE)
    page.context.set_offline(True)
    open_at(page, stand, "/ky/q/moved/")
    assert heading(page) == "ky q/moved/ version 1"


@pytest.mark.parametrize("failure", FAILURES)
def test_no_failure_of_storage_keeps_a_reader_from_a_page(page: Page, stand: Stand, failure: str) -> None:
    stand.worker = FAILURES[failure]
    open_at(page, stand, "/ky/")
    page.wait_for_function("navigator.serviceWorker.controller")
    for path in ("/ky/contacts/", "/ky/q/moved/", "/uz/more/"):
        open_at(page, stand, path)
        assert heading(page) == f"{path.strip('/').replace('/', ' ', 1)}/ version 1"
        page.wait_for_timeout(1500)  # what is saved unasked begins a second after the page
        assert page.locator("#offline [role=status]").inner_text() in ("", "saving"), "nobody asked for it"


def test_a_full_phone_is_told_so_and_not_asked_again(page: Page, stand: Stand) -> None:
    stand.worker = FULL
    open_at(page, stand, "/ky/")
    page.locator(SAVE).click()
    expect(page.get_by_role("status").first).to_have_text("full")
    assert packs(page) == []
    before = asked(stand)
    open_at(page, stand, "/ky/contacts/")
    page.wait_for_selector(SAVE)
    assert asked(stand) == before


def test_a_removed_pack_comes_back_only_when_asked(page: Page, stand: Stand) -> None:
    saved(page, stand)
    page.locator(REMOVE).click()
    page.wait_for_selector(SAVE)
    before = asked(stand)
    for path in ("/ky/", "/ky/contacts/", "/uz/"):
        open_at(page, stand, path)
        page.wait_for_selector(SAVE)
        page.wait_for_timeout(200)
        assert (packs(page), asked(stand)) == ([], before)
    saved(page, stand)
    assert packs(page) == ["/pack/ky/1"]


def test_nothing_is_saved_on_the_first_page_and_the_second_begins(page: Page, stand: Stand) -> None:
    open_at(page, stand, "/ky/")
    expect(page.locator(SAVE)).to_have_text(re.compile(r"save \(\d KB\)"))
    page.wait_for_timeout(300)
    assert (packs(page), asked(stand)) == ([], 0)
    open_at(page, stand, "/ky/contacts/")
    page.wait_for_selector(UPDATE)
    assert packs(page) == ["/pack/ky/1"]


@pytest.mark.parametrize("shift", [A_YEAR, -A_YEAR])
def test_a_clock_that_was_a_year_wrong_stops_no_update(page: Page, stand: Stand, shift: int) -> None:
    stand.check_after = "60000"
    saved(page, stand)
    assert page.get_by_role("status").first.inner_text() == "saved 2026-1-29", "the day is the server's"
    page.evaluate(SET_CHECKED, shift)
    stand.version = 2
    page.reload()
    page.locator("#changed button").click()
    page.wait_for_function("document.querySelector('h1').textContent.endsWith('version 2')")


def test_a_server_that_fails_is_asked_once_for_each_page(page: Page, stand: Stand) -> None:
    saved(page, stand)
    stand.failing.add("/ky/offline/pack.json")
    before = asked(stand)
    page.reload()
    page.wait_for_selector(UPDATE)
    page.wait_for_timeout(500)
    assert asked(stand) == before + 1
    assert packs(page) == ["/pack/ky/1"]


def test_one_script_of_a_language_is_not_taken_for_the_other(page: Page, stand: Stand) -> None:
    saved(page, stand, "uz-cyrl")
    saved(page, stand, "uz")
    page.locator(REMOVE).click()
    page.wait_for_selector(SAVE)
    assert packs(page) == ["/pack/uz-cyrl/1"]


def test_a_host_without_versions_gives_the_same_pack_only_once(page: Page, stand: Stand) -> None:
    stand.validators = False
    saved(page, stand)
    page.reload()
    page.wait_for_selector(UPDATE)
    expect(page.locator("#changed")).to_be_hidden()
    assert packs(page) == ["/pack/ky/1"]


def test_a_browser_of_2017_saves_and_reads_without_internet(page: Page, stand: Stand) -> None:
    stand.lacks = FLOOR
    saved(page, stand)
    stand.version = 2
    page.reload()
    page.locator("#changed button").click()
    page.wait_for_selector(UPDATE)
    page.context.set_offline(True)
    open_at(page, stand, "/ky/q/moved/?fbclid=1")
    assert heading(page) == "ky q/moved/ version 2"
    open_at(page, stand, "/uz/q/moved/")
    page.wait_for_selector("#elsewhere")


@pytest.mark.parametrize("missing", ["delete Navigator.prototype.serviceWorker;", "delete self.caches;"])
def test_a_still_older_browser_shows_the_page_as_it_is(page: Page, stand: Stand, missing: str) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    stand.lacks = missing
    open_at(page, stand, "/ky/contacts/")
    page.wait_for_timeout(200)
    expect(page.locator("#offline")).to_be_hidden()
    assert (heading(page), wrong) == ("ky contacts/ version 1", [])
