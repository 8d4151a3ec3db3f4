"""What this site answers to an address, as bytes and headers, without a server: as a stranger at home would get it."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.utils import translation


@dataclass(frozen=True)
class Rendered:
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def rendered(address: str) -> Rendered:
    """Send a path through all of Django, with no cookie, at the address that the site calls its home."""
    with translation.override(settings.LANGUAGE_CODE):  # and leave no other language behind
        response = _handler().get_response(WSGIRequest(_asked(address)))
    assert isinstance(response, HttpResponse) and not response.cookies, address
    return Rendered(response.status_code, tuple(response.items()), response.content)


@cache
def _handler() -> BaseHandler:
    """Not the one for servers, whose signals would close the database's connection after every page."""
    handler = BaseHandler()
    handler.load_middleware()
    return handler


def _asked(address: str) -> dict[str, Any]:
    home = urlsplit(settings.SITE_ADDRESS)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": address.encode().decode("latin-1"),
        "QUERY_STRING": "",
        "SERVER_NAME": home.hostname,
        "SERVER_PORT": str(home.port or {"http": 80, "https": 443}[home.scheme]),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": home.netloc,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": home.scheme,
        **({"HTTP_X_FORWARDED_PROTO": home.scheme} if settings.BEHIND_PROXY else {}),
        "wsgi.input": BytesIO(),
    }
