"""The exported site below a path of a plain file server: the guide, the self-check to its list, days without internet."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from apps.amina.tests.test_phrases import phrases
from apps.editing.tests.databases import Shipped
from apps.offline.tests.serving import ROOT, environment, prepared
from apps.selfcheck.tests.walking import to_result

pytestmark = pytest.mark.browser
KYRGYZ = phrases("ky")
WRITE = """
from pathlib import Path
from apps.mirrors import exporting, folders
for time in (1, 2):
    print(len(folders.write(Path({folder!r}), dict(exporting.files(["ky"])))))
"""


@pytest.fixture(scope="module")
def folder(shipped: Shipped, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Kyrgyz part of the site, exported twice."""
    top, site = tmp_path_factory.mktemp("mirror"), prepared(shipped)
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", WRITE.format(folder=str(top / "any" / "path"))]
    env = {**environment(site / "db.sqlite3", site), "SITE_ADDRESS": "http://127.0.0.1:8000"}
    found = subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, text=True)
    assert found.stdout.split()[1] == "0", "the second export writes nothing"
    return top


@pytest.fixture(scope="module")
def mirror(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/any/path"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="ky-KG")
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def test_a_mirror_is_read_checked_with_and_saved_from_a_sub_folder(page: Page, mirror: str) -> None:
    failed: list[str] = []
    page.on("response", lambda r: failed.append(r.url) if missing(r) else None)
    page.goto(f"{mirror}/")
    page.get_by_role("link", name="Кыргызча").click()
    page.locator('main a[href*="/q/"]').first.click()
    assert page.url.startswith(f"{mirror}/ky/q/")
    expect(page.locator(".copy a")).to_have_attribute("href", f"http://127.0.0.1:8000{page.url.removeprefix(mirror)}")
    page.locator("#q").fill("батирге көчөм")
    page.locator("#found a").first.click()
    assert page.url.startswith(f"{mirror}/ky/q/")
    page.locator("[data-does=save]").click()
    page.wait_for_selector("[data-does=update]:not([hidden])")
    page.context.set_offline(True)
    check(page, mirror)
    page.goto(f"{mirror}/ky/rules/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{mirror}/ru/q/moved")
    page.wait_for_selector("#elsewhere")
    assert page.locator("#elsewhere a:visible").get_attribute("href") == f"{mirror}/ky/q/moved"
    assert failed == []


def missing(response: Response) -> bool:
    return response.status >= 400 and not response.url.endswith("favicon.ico")


def check(page: Page, mirror: str) -> None:
    """Answer as a worker whom Amina concerns, up to the list."""
    page.goto(f"{mirror}/ky/check/")
    page.wait_for_selector("#check[data-shown]")
    to_result(page, KYRGYZ)
    assert page.url.startswith(f"{mirror}/ky/check/#")
