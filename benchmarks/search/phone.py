"""How long a phone takes: Chromium slowed six times opens the index of a language and answers the questions."""

import json
import sys
from pathlib import Path

import django
from playwright.sync_api import Page, Route, sync_playwright

django.setup()

from apps.search import build, of  # noqa: E402  # settings first
from benchmarks.search import queries, shipped  # noqa: E402

CHROMIUM, ADDRESS, SLOWED = "/usr/bin/chromium", "http://phone.test/", 6
SCRIPTS = Path(__file__).resolve().parents[2] / "static/js/search"
MEASURED = """async ([data, asked]) => {
  const { opened } = await import("/index.js"), { answer } = await import("/answering.js");
  const parsed = JSON.parse(data), begun = performance.now(), index = opened(parsed);
  const loaded = performance.now() - begun;
  const times = asked.map((query) => {
    const start = performance.now();
    answer(index, query);
    return performance.now() - start;
  });
  return [loaded, times[0], ...[0.5, 0.95, 1].map((part) => times.sort((a, b) => a - b)[Math.ceil(part * times.length) - 1])];
}"""


def serve(route: Route) -> None:
    file = SCRIPTS / route.request.url.removeprefix(ADDRESS)
    script = file.suffix == ".js"
    body = file.read_text("utf-8") if script else "<!doctype html>"
    route.fulfill(body=body, content_type="text/javascript" if script else "text/html")


def measured(page: Page, language: str) -> list[float]:
    data = json.dumps(build(shipped.documents(language, shipped.rows()), of(language)))
    asked = [query.text for query in queries.every() if query.language == language]
    found: list[float] = page.evaluate(MEASURED, [data, asked])
    return found


if __name__ == "__main__":
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.route(f"{ADDRESS}**", serve)
        page.goto(ADDRESS)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        for language in sys.argv[1:] or ["ky", "hy", "en"]:
            names = ("opening", "first answer", "median", "95 of 100", "slowest")
            print(language, *(f"{name} {ms:.1f} ms" for name, ms in zip(names, measured(page, language), strict=True)))
        browser.close()
