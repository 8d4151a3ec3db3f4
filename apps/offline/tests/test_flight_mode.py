"""After one visit, without internet: everything in the language works, and versions never mix."""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from apps.amina.tests.test_phrases import phrases
from apps.guide.loading.content import FOLDER
from apps.offline.tests.serving import Served
from apps.selfcheck.tests.walking import to_result

pytestmark = pytest.mark.browser
KYRGYZ = phrases("ky")
ENTRIES = sorted(place.name for place in (FOLDER / "entries").iterdir() if place.is_dir())
SAVED = "[data-does=update]:not([hidden])"

KEPT = """async () => {
  const caching = (await caches.keys()).map((name) => caches.open(name));
  const kept = (await Promise.all(caching)).map((cache) => cache.keys());
  return (await Promise.all(kept)).flat().map(({ url }) => url);
}"""
CHECKED_LONG_AGO = """async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("/pack/")), name = names[names.length - 1];
  const cache = await caches.open(name), record = await (await cache.match("/offline-record")).json();
  await cache.put("/offline-record", new Response(JSON.stringify({ ...record, checked: 0 })));
}"""

RECORD = """async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("/pack/"));
  const found = await Promise.all(names.map((cacheName) => caches.match("/offline-record", { cacheName })));
  const records = await Promise.all(found.filter(Boolean).map((one) => one.json()));
  return records.sort((one, other) => other.number - one.number)[0];
}"""


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="ky-KG")
    page = context.new_page()
    warm(f"{site}/ky/")
    page.goto(f"{site}/ky/")
    page.wait_for_selector("[data-does=save]:not([hidden])")
    page.goto(f"{site}/ky/contacts/")
    page.wait_for_selector(SAVED)
    yield page
    context.close()


def warm(address: str) -> None:
    """Let the server make the pack before a phone asks for it."""
    urlopen(urljoin(address, "/ky/offline/pack.json"), timeout=300).close()


def off(page: Page) -> BrowserContext:
    page.context.set_offline(True)
    return page.context


def test_home_and_every_entry_open_in_flight_mode(phone: Page, site: str) -> None:
    off(phone)
    phone.goto(f"{site}/ky/")
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    for slug in ENTRIES:
        phone.goto(f"{site}/ky/q/{slug}/")
        assert phone.locator(".answer").count() == 1, slug
        assert phone.evaluate("getComputedStyle(document.querySelector('.answer')).borderLeftWidth") == "4px", slug


def test_the_self_check_ends_in_a_result_and_a_calendar_file_in_flight_mode(phone: Page, site: str) -> None:
    off(phone)
    phone.goto(f"{site}/ky/")
    phone.get_by_role("link", name="Мен эмне кылышым керек?").first.click()
    to_result(phone, KYRGYZ)
    phone.locator("#daily_check .why summary").click()
    with phone.expect_download() as caught:
        phone.locator("#daily_check button[name=step]").click()
    assert b"RRULE:FREQ=DAILY" in Path(caught.value.path()).read_bytes()


def test_a_page_that_is_not_saved_shows_what_is(phone: Page, site: str) -> None:
    off(phone)
    for path in ("/ky/q/nothing/", "/en/q/moved/"):
        phone.goto(site + path)
        expect(phone.locator('main a[href="/ky/q/moved/"]')).to_be_visible()
    phone.goto(site)
    assert phone.url == f"{site}/ky/"


def test_nothing_of_the_editors_is_ever_kept(phone: Page, site: str) -> None:
    phone.goto(f"{site}/admin/login/")
    phone.reload()
    assert phone.evaluate("navigator.serviceWorker.controller !== null")
    kept = phone.evaluate(KEPT)
    assert f"{site}/ky/q/moved/" in kept
    assert [address for address in kept if "/admin" in address or "/account" in address] == []


def test_a_phone_that_holds_the_guide_shows_what_is_new_since_its_last_visit(phone: Page, site: str) -> None:
    off(phone)
    phone.goto(f"{site}/ky/changes/")
    phone.wait_for_selector(SAVED)
    assert phone.evaluate("localStorage['seen ky']") == "2026-11-29"
    expect(phone.locator(".changes .badge")).to_have_count(0)
    phone.evaluate("localStorage['seen ky'] = '2026-11-01'")
    phone.reload()
    expect(phone.locator(".changes .badge").first).to_have_text("Мурунку киргениңизден бери жаңы")
    phone.locator("[data-does=remove]").click()
    phone.wait_for_selector("[data-does=save]:not([hidden])")
    assert phone.evaluate("localStorage.length") == 0


def test_a_new_version_arrives_whole_and_never_in_part(
    phone: Page, site: str, served: Served, site_database: Path
) -> None:
    off(phone)
    change_title(site_database, "Жаңы баш сөз")
    try:
        assert len(titles(phone, site)) == 1
        phone.context.set_offline(False)
        assert len(titles(phone, site)) == 1
        expect(phone.locator("#changed")).to_be_hidden()
        served.forget()
        update(phone)
        phone.get_by_role("button", name="Бул барак өзгөрдү. Жаңысын көрүү").click()
        expect(phone.get_by_role("heading", level=1)).to_have_text("Жаңы баш сөз")
        expect(phone.locator("#changed")).to_be_hidden()
        assert titles(phone, site) == {"Жаңы баш сөз"}
        off(phone)
        assert titles(phone, site) == {"Жаңы баш сөз"}
    finally:
        change_title(site_database, "")


def update(page: Page) -> None:
    """Visit until the server tells of the new version; for some seconds it may still know the old one."""
    before = record = page.evaluate(RECORD)
    until = time.monotonic() + 300
    while record["version"] == before["version"]:
        assert time.monotonic() < until, "no new version within five minutes"
        warm(page.url)
        page.evaluate(CHECKED_LONG_AGO)
        page.reload()
        asked_at = time.monotonic()
        while not (record := page.evaluate(RECORD))["checked"] and time.monotonic() < asked_at + 10:
            page.wait_for_timeout(50)


def titles(page: Page, site: str) -> set[str]:
    """How the same entry is called on the home page's topic list and on its own page."""
    page.goto(f"{site}/ky/topics/daily/")
    listed = page.locator('main a[href="/ky/q/moved/"]').inner_text()
    page.goto(f"{site}/ky/q/moved/")
    own = page.get_by_role("heading", level=1).inner_text()
    page.wait_for_selector(SAVED)
    return {listed, own}


def change_title(database: Path, title: str) -> None:
    with sqlite3.connect(database) as connection:
        if title:
            connection.execute("create table if not exists kept as select title_ky from guide_entry where slug='moved'")
            connection.execute("update guide_entry set title_ky = ? where slug='moved'", [title])
        else:
            connection.execute("update guide_entry set title_ky = (select title_ky from kept) where slug='moved'")
