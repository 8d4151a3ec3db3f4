"""Random lives of saved packs against a plain memory of what the reader asked for; OFFLINE_SEQUENCES says how many."""

import os
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page

from apps.offline.tests.stand import PATHS, Stand, standing

pytestmark = pytest.mark.browser

SEQUENCES = int(os.environ.get("OFFLINE_SEQUENCES", "5"))
SEED = int(os.environ.get("OFFLINE_SEED", "0"))
STEPS = 9
LANGUAGES = ("ky", "uz")
DEEDS = ("save", "update", "remove")
# Every pack with the versions that its pages name; and what was asked for.
STORED = """async () => {
  const packs = {}, wishes = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const texts = await Promise.all((await cache.keys()).map(async (key) => [new URL(key.url).pathname, await (await cache.match(key)).text()]));
    if (name === "/wishes") for (const [path, text] of texts) wishes[path.slice(1)] = text;
    else if (name.startsWith("/pack/")) packs[name] = Object.fromEntries(texts.map(([path, text]) =>
      [path, path === "/offline-record" ? JSON.parse(text).version : (text.match(/version (\\d+)<.h1>/) || [])[1] || ""]));
  }
  return { packs, wishes };
}"""
SETTLED = "() => [...document.querySelectorAll('[data-does]')].some((button) => !button.hidden)"


@pytest.fixture(scope="module")
def stand() -> Iterator[Stand]:
    with standing() as stand:
        yield stand


@dataclass
class Reader:
    """A phone, and what its reader knows."""

    context: BrowserContext
    stand: Stand
    language: str = "ky"
    page: Page | None = None
    offline: bool = False
    asked: dict[str, str] = field(default_factory=dict)
    surely: set[str] = field(default_factory=set)  # languages of which the page has said that they are saved
    done: Counter[str] = field(default_factory=Counter)

    def visit(self) -> bool:
        """Open a page of the language; without internet only what is saved must open."""
        self.page = self.page or self.context.new_page()
        path = random.choice(PATHS[:3])
        try:
            self.page.goto(f"{self.stand.address}/{self.language}/{path}")
        except Error:
            assert self.offline and self.language not in self.surely, f"{self.language}/{path} is lost"
            return False
        if self.page.url.startswith("chrome-error"):
            assert self.offline and self.language not in self.surely
            return False
        own = self.page.locator("h1").text_content() or ""
        if self.language in self.surely:
            assert own.startswith(f"{self.language} {path} "), own
        return True

    def step(self, what: str) -> None:
        getattr(self, what)()
        self.done[what] += 1

    def deed(self, what: str) -> None:
        if not self.visit() or self.page is None:
            return
        with suppress(Error):
            self.page.wait_for_function(SETTLED, timeout=10_000)
        button = self.page.locator(f"[data-does={what}]")
        if not button.is_visible():
            return
        button.click()
        self.done[what] += 1
        shown = self.page.locator("#offline").get_attribute("data-language") or ""
        self.asked[shown] = "removed" if what == "remove" else "wanted"
        if what == "remove":
            self.surely.discard(shown)

    def save(self) -> None:
        self.deed("save")

    def update(self) -> None:
        self.deed("update")

    def remove(self) -> None:
        self.deed("remove")

    def lose(self) -> None:
        self.offline = True
        self.context.set_offline(True)

    def find(self) -> None:
        self.offline = False
        self.context.set_offline(False)

    def change(self) -> None:
        self.stand.version += 1

    def close(self) -> None:
        if self.page:
            self.page.close()
        self.page = None

    def other(self) -> None:
        self.language = random.choice(LANGUAGES)
        self.visit()

    def wait(self) -> None:
        if self.visit() and self.page:
            with suppress(Error):
                self.page.wait_for_selector("[data-does=update]:not([hidden])", timeout=300)
                self.surely.add(self.page.locator("#offline").get_attribute("data-language") or "")

    def stop(self) -> None:
        """The browser stops the worker, in the middle of whatever it does."""
        page = self.context.new_page()
        session = self.context.new_cdp_session(page)
        session.send("ServiceWorker.enable")
        session.send("ServiceWorker.stopAllWorkers")
        page.close()


def test_nothing_is_mixed_lost_or_back_unasked(browser: Browser, stand: Stand) -> None:
    done: Counter[str] = Counter()
    for number in range(SEED, SEED + SEQUENCES):
        random.seed(number)
        context = browser.new_context()
        context.set_default_timeout(30_000)
        reader, steps = Reader(context, stand), []
        steps = random.choices(STEPS_OF, WEIGHTS, k=STEPS)
        try:
            reader.visit()
            for what in steps:
                reader.step(what)
            ended(reader)
        except AssertionError as wrong:
            raise AssertionError(f"sequence {number}: {steps}: {wrong}") from wrong
        finally:
            context.close()
        done.update(reader.done)
    print(SEQUENCES, dict(done))


STEPS_OF = ["save", "update", "remove", "lose", "find", "change", "close", "other", "wait", "stop"]
WEIGHTS = [4, 3, 3, 2, 3, 3, 2, 2, 3, 1]


def ended(reader: Reader) -> None:
    """Look at what is stored now, and again after the internet is back and everybody has had their turn."""
    page = reader.page = reader.page or reader.context.new_page()
    reader.find()
    for language in LANGUAGES:
        page.goto(f"{reader.stand.address}/{language}/")
        wished = "update" if reader.asked.get(language) == "wanted" else "save"
        if language in reader.asked:
            page.wait_for_selector(f"[data-does={wished}]:not([hidden])")
    kept(reader, page.evaluate(STORED))
    reader.lose()
    for language, asked in reader.asked.items():
        for path in PATHS if asked == "wanted" else ():
            page.goto(f"{reader.stand.address}/{language}/{path}")
            assert (page.locator("h1").text_content() or "").startswith(f"{language} {path} version")


def kept(reader: Reader, stored: dict[str, Any]) -> None:
    for name, versions in stored["packs"].items():
        language, version = name.split("/")[2:]
        named = {found for found in versions.values() if found}
        assert named <= {version}, f"mixed: {name} {versions}"
        assert reader.asked.get(language) != "removed", f"back unasked: {name}"
    for language, asked in reader.asked.items():
        assert stored["wishes"][language] == asked
        whole = [
            name
            for name, files in stored["packs"].items()
            if name.startswith(f"/pack/{language}/") and "/offline-record" in files
        ]
        assert bool(whole) == (asked == "wanted"), f"lost: {language} {stored}"
