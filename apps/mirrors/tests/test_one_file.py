"""The one file opens from a phone's memory with no network, ever: an interview to its list, the answers, the filter."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from apps.amina.tests.test_phrases import phrases
from apps.editing.tests.databases import Shipped
from apps.offline.tests.serving import ROOT, environment, prepared
from apps.selfcheck.tests.walking import to_result

pytestmark = pytest.mark.browser
MOST = 500_000
WRITE = """
from pathlib import Path
from apps.publishing.rendering import rendered
for language in ("ky", "hy", "ka"):
    answer = rendered(f"/{{language}}/guide.html")
    Path({folder!r}, f"{{language}}.html").write_bytes(answer.body)
"""


@pytest.fixture(scope="module")
def folder(shipped: Shipped, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, site = tmp_path_factory.mktemp("phone"), prepared(shipped)
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", WRITE.format(folder=str(folder))]
    env = {**environment(site / "db.sqlite3", site), "SITE_ADDRESS": "http://127.0.0.1:8000"}
    subprocess.run(command, cwd=ROOT, env=env, check=True)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, offline=True)
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["ky", "hy", "ka"])
def test_the_file_is_small_enough_to_be_passed_on(folder: Path, language: str) -> None:
    assert (folder / f"{language}.html").stat().st_size <= MOST


@pytest.mark.parametrize("language", ["ky", "hy", "ka"])
def test_the_file_answers_and_checks_without_any_network(page: Page, folder: Path, language: str) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    file, said = folder / f"{language}.html", phrases(language)
    page.goto(f"file://{file}")
    answers = page.locator("[data-entry]:visible")
    assert answers.count() > 60
    page.locator("#filter").fill("РКЛ")
    assert 0 < answers.count() < 60
    answers.first.locator("summary").click()
    assert len(answers.first.locator(".body").inner_text()) > 200
    page.locator('nav a[href="#check"]').click()
    to_result(page, said)
    page.locator("#daily_check .why summary").click()
    with page.expect_download() as caught:
        page.locator("#daily_check button[name=step]").click()
    assert b"URL:http://127.0.0.1:8000/" in Path(caught.value.path()).read_bytes()
    assert re.search(r"/guide|\.html#[\w-]+\.", page.url)
    page.locator('nav a[href="#contacts"]').click()
    expect(page.locator("#contacts .phone").first).to_be_visible()
    page.locator('nav a[href="#guide"]').click()
    expect(page.locator("#guide")).to_be_visible()
    assert wrong == []
