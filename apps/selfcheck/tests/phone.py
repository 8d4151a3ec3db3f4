"""The phone's scripts in a Chromium page of their own, without the site: what they compute can be asked for."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from playwright.sync_api import Browser, Page, Route

from apps.amina import current
from apps.rules.bundles import bundle

ADDRESS = "http://phone.test/"
SCRIPTS = Path(settings.BASE_DIR) / "static/js/selfcheck"


@contextmanager
def opened(browser: Browser, **files: Any) -> Iterator[Page]:
    """A page that finds every script and, as JSON, the bundle and these files under their names."""
    texts = {
        f"{name}.json": json.dumps(value) for name, value in ({"bundle": bundle(current.rulebook())} | files).items()
    }
    texts |= {file.name: file.read_text("utf-8") for file in SCRIPTS.glob("*.js")}

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(ADDRESS)
        kind = "text/javascript" if name.endswith(".js") else "application/json" if name in texts else "text/html"
        route.fulfill(body=texts.get(name, "<!doctype html><title>phone</title><main></main>"), content_type=kind)

    context = browser.new_context()
    page = context.new_page()
    page.route(f"{ADDRESS}**", serve)
    page.goto(ADDRESS)
    page.evaluate("""async () => {
      Object.assign(window, await import("/assessment.js"), await import("/deadlines.js"));
      window.rules = opened(await (await fetch("/bundle.json")).json());
    }""")
    yield page
    context.close()
