"""A stand for the worker: its real scripts and small pages of two languages, on a server that fails when told to."""

import gzip
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from django.conf import settings

from apps.offline import packing

LANGUAGES = ("ky", "uz", "uz-cyrl")
PATHS = ("", "contacts/", "q/moved/", "offline/")
PAGE = """<!doctype html><html lang="{language}"><title>{path}</title><h1>{language} {path} version {version}</h1>
<link rel="stylesheet" href="/static/css/site.0123456789ab.css?{version}">
<p id="changed" hidden><button>changed</button></p>
{elsewhere}
<div id="offline" hidden data-language="{language}" data-saving="saving" data-kilobytes="KB" data-full="full"
  data-failed="failed"><p role="status"></p>
<button data-does="save" hidden>save<span data-bytes></span></button>
<button data-does="update" hidden>update</button><button data-does="remove" hidden>remove</button></div>
<script src="/static/js/site.0123456789ab.js" defer></script></html>"""
ELSEWHERE = '<a id="again" hidden>again</a><section id="elsewhere" hidden>{}</section>'
JS = settings.BASE_DIR / "static/js"


@dataclass
class Stand:
    """What the server tells now; a test changes it."""

    version: int = 1
    check_after: str = "0"  # milliseconds
    lacks: str = ""  # a script that takes functions away from the worker and from pages
    worker: str = ""  # what stands before the worker's own scripts
    failing: set[str] = field(default_factory=set)  # paths that answer with an error
    validators: bool = True
    date: str = "Sun, 29 Nov 2026 09:00:00 GMT"
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def page(self, language: str, path: str) -> str:
        links = "".join(f'<a data-language="{code}" hidden>{code}</a>' for code in LANGUAGES)
        elsewhere = ELSEWHERE.format(links) if path == "offline/" else ""
        return PAGE.format(language=language, path=path, version=self.version, elsewhere=elsewhere)

    def pack(self, language: str) -> bytes:
        files = {f"{language}/{path}": ("text/html", self.page(language, path)) for path in PATHS}
        files["static/js/site.0123456789ab.js"] = ("text/javascript", self.script("/static/js/site.js"))
        found = {"language": language, "version": str(self.version), "months": ["{y}-1-{d}"] * 12, "headers": {}}
        return json.dumps({**found, "saved": "saved %(day)s", **packing.together(files)}).encode()

    def script(self, path: str) -> str:
        if path == "/service-worker.js":
            parts = [file.read_text("utf-8") for file in sorted((JS / "service-worker").glob("*.js"))]
            return "".join([self.lacks, self.worker, *parts]).replace(
                "CHECK_AFTER = 60 * 1000", f"CHECK_AFTER = {self.check_after}"
            )
        return self.lacks + (JS / "site.js").read_text("utf-8").replace(
            "setTimeout(offerSaving, 1000)", "offerSaving()"
        )

    def answer(self, path: str) -> tuple[str, bytes, str]:
        """A kind, a text and its version; nothing where there is no such page."""
        language, _, rest = path.lstrip("/").partition("/")
        if path.endswith(".js"):
            return "text/javascript", self.script(path).encode(), ""
        if path.endswith(".css"):
            return "text/css", b"", ""
        if rest == "offline/pack.json" and language in LANGUAGES:
            return "application/json", self.pack(language), f'"{self.version}"'
        if rest in (*PATHS, "more/") and language in LANGUAGES:
            return "text/html", self.page(language, rest).encode(), ""
        return "", b"", ""


class Server(ThreadingHTTPServer):
    """Serves a stand on a free port, each request in a thread."""

    daemon_threads = True

    def __init__(self, stand: Stand) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.stand = stand
        stand.address = f"http://127.0.0.1:{self.server_port}"


class Answering(BaseHTTPRequestHandler):
    """Answers as the stand tells at that moment, and notes what was asked."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        stand, path = self.server.stand, self.path.partition("?")[0]
        stand.asked.append(f"{self.command} {path}")
        kind, body, etag = stand.answer(path)
        if path in stand.failing or not kind:
            self.sent(500 if kind else 404, {"Content-Type": "text/plain"}, b"failed")
        elif etag and stand.validators and self.headers.get("If-None-Match") == etag:
            self.sent(304, {"ETag": etag}, b"")
        elif etag:
            validator = {"ETag": etag} if stand.validators else {}
            self.sent(200, {"Content-Type": kind, "Content-Encoding": "gzip", **validator}, gzip.compress(body))
        else:
            self.sent(200, {"Content-Type": kind}, body)

    do_HEAD = do_GET

    def sent(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in {"Date": self.server.stand.date, "Cache-Control": "no-store", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def standing() -> Iterator[Stand]:
    with Server(Stand()) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.stand
        server.shutdown()
