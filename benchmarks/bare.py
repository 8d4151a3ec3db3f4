"""A WSGI function that knows one answer, which it takes from a running site: the most that this server can do."""

import os
from typing import Any
from urllib.request import Request, urlopen

with urlopen(Request(os.environ["BARE"], headers={"Accept-Encoding": "gzip, br"})) as found:
    BODY = found.read()
    HEADERS = [(name, value) for name, value in found.getheaders() if name not in ("Server", "Date", "Connection")]


def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    start_response("200 OK", HEADERS)
    return [BODY]
