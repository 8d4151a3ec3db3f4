"""The answer in a frame, in Chromium, on a page of somebody else with a strict policy."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser
PAGE = '<!doctype html><title>elsewhere</title><iframe id="one" src="{site}{path}" width="480" height="360"></iframe>'


@pytest.fixture
def elsewhere(site: str) -> Iterator[str]:
    """Another site: it shows our page at the path it is asked for, and lets nothing else in."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", f"default-src 'none'; frame-src {site}")
            self.send_header("Cross-Origin-Opener-Policy", "same-origin")
            self.end_headers()
            self.wfile.write(PAGE.format(site=site, path=self.path).encode())

        def log_message(self, *said: object) -> None:
            """Nothing is written down."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_answer_is_shown_in_a_strict_foreign_page_and_nothing_else_is(
    browser: Browser, site: str, elsewhere: str
) -> None:
    context = browser.new_context()
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    requests: list[str] = []
    page.on("request", lambda sent: requests.append(sent.url))
    page.goto(f"{elsewhere}/embed/ky/q/moved/")
    frame = page.frame_locator("#one")
    expect(frame.locator(".answer")).to_be_visible()
    assert frame.locator(".answer").evaluate("node => getComputedStyle(node).borderLeftStyle") == "solid"
    assert [text for text in complaints if "favicon" not in text] == [] and context.cookies() == []
    assert all(url.startswith((site, elsewhere)) for url in requests)
    page.goto(f"{elsewhere}/ky/q/moved/")
    page.wait_for_timeout(500)
    assert page.frames[1].url == "chrome-error://chromewebdata/" and any(
        "frame-ancestors" in text for text in complaints
    )
    context.close()
