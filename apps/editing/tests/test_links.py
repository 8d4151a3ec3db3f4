"""The check of links against a local server that behaves and misbehaves."""

import ipaddress
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import call_command
from django.test import Client

from apps.editing import links, public_web
from apps.editing.models import LinkCheck
from apps.guide.models import Source

pytestmark = pytest.mark.django_db
ANSWERS = {"/good": 200, "/gone": 404, "/broken": 500, "/guarded": 403}


class Site(BaseHTTPRequestHandler):
    asked: list[str] = []
    busy = most = 0

    def do_GET(self) -> None:
        Site.asked.append(self.path)
        Site.busy += 1
        Site.most = max(Site.most, Site.busy)
        time.sleep(0.05)
        if self.path == "/slow":
            time.sleep(1)
        if self.path == "/elsewhere":
            self.redirect("/good")
        elif self.path == "/circle":
            self.redirect("/circle")
        elif self.path == "/file":
            self.redirect("file:///etc/passwd")
        elif self.path.startswith("/to/"):
            self.redirect(self.path.removeprefix("/to/"))
        elif self.path == "/cookie":
            self.send_response(302)
            self.send_header("Set-Cookie", "seen=1")
            self.send_header("Location", "/with-cookie")
            self.end_headers()
        elif self.path == "/with-cookie" and "seen=1" not in self.headers.get("Cookie", ""):
            self.send_response(404)
            self.end_headers()
        else:
            self.send_response(ANSWERS.get(self.path.partition("?")[0], 200))
            self.end_headers()
        Site.busy -= 1

    def redirect(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(links, "TIMEOUT", 0.5)
    monkeypatch.setattr(public_web, "OPEN", [ipaddress.ip_network("127.0.0.1/32")])
    Site.asked, Site.most = [], 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "works"),
    [
        ("/good", True),
        ("/elsewhere", True),
        ("/guarded", True),
        ("/gone", False),
        ("/broken", False),
        ("/slow", False),
        ("/circle", False),
        ("/file", False),
        ("/cookie", True),
        ("/дорога/к%20дому?а=б", True),
    ],
)
def test_an_answer_is_judged(server: str, path: str, works: bool) -> None:
    assert (not links.ask(server + path).problem) is works


PRIVATE = [
    "127.0.0.2", "localhost", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "[::1]", "[fe80::1]",
    "[fd00::1]", "[::ffff:127.0.0.2]", "[::ffff:10.0.0.1]", "2130706434", "0x7f000002", "127.2", "100.64.0.1", "224.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize("host", PRIVATE)
def test_nothing_private_is_asked_at_once_or_at_a_redirect(server: str, host: str) -> None:
    if host == "localhost":
        public_web.OPEN.clear()
    for address in (f"http://{host}/", f"https://{host}/"):
        assert "private network" in links.ask(address).problem
    if host != "localhost":
        assert "private network" in links.ask(f"{server}/to/http://{host}/").problem


def test_addresses_in_any_alphabet_travel_as_ascii() -> None:
    assert public_web.ascii_address("https://мвд.рф/дом?а=б#в") == (
        "https://xn--b1aew.xn--p1ai/%D0%B4%D0%BE%D0%BC?%D0%B0=%D0%B1#%D0%B2"
    )
    assert public_web.ascii_address("http://[2001:db8::1]:80/a%20b") == "http://[2001:db8::1]:80/a%20b"


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://no-such-host.invalid/", "ftp://x/", "http://[::/"])
def test_what_cannot_be_asked_is_a_problem_and_no_crash(address: str) -> None:
    assert links.ask(address).problem


def test_every_address_is_asked_once_and_few_at_a_time(server: str) -> None:
    pks = list(Source.objects.values_list("pk", flat=True))
    for pk in pks:
        Source.objects.filter(pk=pk).update(address=f"{server}/good?{pk % 20}")
    call_command("check_links")
    assert len(Site.asked) == len(set(Site.asked)) <= 20
    assert Site.most <= links.AT_ONCE
    assert LinkCheck.objects.count() == len(pks)


def test_a_dead_link_is_flagged_to_editors_until_it_answers_again(
    server: str, editor: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    Source.objects.filter(code="SEED").update(address=f"{server}/gone")
    call_command("check_links", "SEED")
    call_command("check_links", "SEED")
    assert "SEED: answers 404 Not Found" in capsys.readouterr().out
    assert LinkCheck.objects.get().failures == 2
    assert "answers 404" in editor.get("/admin/editing/linkcheck/?problem__isempty=0").text
    assert "icon-no" in editor.get("/admin/guide/source/?q=SEED").text
    Source.objects.filter(code="SEED").update(address=f"{server}/good")
    call_command("check_links", "SEED")
    assert LinkCheck.objects.get().problem == ""
