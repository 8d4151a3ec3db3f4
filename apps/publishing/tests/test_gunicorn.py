"""Over a real server without any database: readers and forms are answered, and the slow stop nobody."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
from pytest_django.plugin import DjangoDbBlocker

from apps.amina.tests.workers import WORKER
from apps.editing.tests.databases import Shipped
from apps.offline import releases
from apps.offline.tests.serving import PRODUCTION, ROOT, prepared
from apps.publishing.folder import Folder
from apps.publishing.tests.filling import fill

SLOW = 200
ANSWERS = {**WORKER, "finish": "1"}
HALF = [
    "GET /ky/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
    "POST /ky/check/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 30000\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\n\r\ncitizenship=",
    "POST /ky/check/ HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
]


@pytest.fixture(scope="module")
def address(
    tmp_path_factory: pytest.TempPathFactory, shipped: Shipped, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    root = tmp_path_factory.mktemp("published")
    with django_db_blocker.unblock():
        fill(Folder(root / releases.fingerprint()[:16]))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        bind = f"127.0.0.1:{free.getsockname()[1]}"
    own = {"BIND": bind, "PUBLISHED_ROOT": str(root), "PUBLISHER": "0", "DATABASE_URL": "postgres://x@127.0.0.1:1/x"}
    own["STATIC_ROOT"] = str(prepared(shipped) / "staticfiles")
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"]
    server = subprocess.Popen(gunicorn, cwd=ROOT, env={**os.environ, **PRODUCTION, **own})
    try:
        connected(bind).close()
        yield bind
    finally:
        server.terminate()
        server.wait(60)


def connected(bind: str, tries: int = 600) -> socket.socket:
    host, _, port = bind.partition(":")
    for _ in range(tries):
        try:
            return socket.create_connection((host, int(port)), 10)
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not start")


def send(bind: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, str]:
    try:
        with urlopen(Request(f"http://{bind}{path}", body, headers), timeout=60) as r:
            return r.status, r.read().decode()
    except HTTPError as r:
        return r.code, r.read().decode()


def test_pages_and_forms_are_answered_without_a_database(address: str) -> None:
    status, text = send(address, "/ky/", Cookie="sessionid=anything")
    assert (status, '<html lang="ky">' in text) == (200, True)
    status, text = send(address, "/ky/check/", urlencode(ANSWERS).encode(), Cookie="sessionid=anything")
    assert (status, 'id="daily_check"' in text) == (200, True)
    status, text = send(address, "/ky/check/calendar/", urlencode({**ANSWERS, "step": "daily_check"}).encode())
    assert (status, "RRULE:FREQ=DAILY" in text) == (200, True)


def test_a_form_that_is_too_long_is_refused_in_the_readers_language(address: str) -> None:
    status, text = send(address, "/ky/check/", b"x=" + b"1" * 70_000)
    assert (status, '<html lang="ky">' in text) == (400, True)
    assert send(address, "/ky/", b"x=1")[0] in (403, 405)
    assert send(address, "/ky/")[0] == 200


def test_a_file_is_not_taken(address: str) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="citizenship"; filename="a"\r\n\r\nkg\r\n--x--\r\n'
    status, text = send(address, "/ky/check/", part, **{"Content-Type": "multipart/form-data; boundary=x"})
    assert (status, 'name="citizenship"' in text) == (200, True)


def test_many_slow_connections_stop_no_reader(address: str) -> None:
    with ExitStack() as open_ones:
        for number in range(SLOW):
            slow = open_ones.enter_context(connected(address))
            slow.sendall(HALF[number % len(HALF)].encode())
        for _ in range(20):
            started = time.monotonic()
            assert send(address, "/ky/")[0] == 200
            assert time.monotonic() < started + 10, "a thread was waiting for a slow one"


def test_what_comes_slowly_but_comes_is_answered(address: str) -> None:
    body = urlencode(ANSWERS).encode()
    head = f"POST /ky/check/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: {len(body)}\r\n"
    whole = head.encode() + b"Content-Type: application/x-www-form-urlencoded\r\n\r\n" + body
    with connected(address) as slow:
        for at in range(0, len(whole), 40):
            slow.sendall(whole[at : at + 40])
            time.sleep(0.05)
        found = b"".join(iter(lambda: slow.recv(65536), b""))
    assert found.startswith(b"HTTP/1.1 200")
    assert b'id="daily_check"' in found
