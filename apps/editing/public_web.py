"""Fetching from the public internet alone: no address of ours or of a neighbour is asked, wherever a redirect leads."""

import http.client
import ipaddress
import socket
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import (
    HTTPCookieProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    build_opener,
)

from django.utils.encoding import iri_to_uri

OPEN: list[
    ipaddress.IPv4Network | ipaddress.IPv6Network
] = []  # networks that a test may ask although they are not public


def opener() -> OpenerDirector:
    """One for each check: cookies that a site sets at a redirect are kept until it ends."""
    return build_opener(ProxyHandler({}), WebOnly, Plain, Secure, HTTPCookieProcessor(CookieJar()))


def ascii_address(address: str) -> str:
    """Write an address with letters of any alphabet as it travels: the host in punycode, the path in percent signs."""
    parts = urlsplit(address)
    host = (
        (parts.hostname or "").encode("idna").decode() if not (parts.hostname or "").isascii() else parts.hostname or ""
    )
    netloc = f"[{host}]" if ":" in host else host
    return iri_to_uri(urlunsplit(parts._replace(netloc=f"{netloc}:{parts.port}" if parts.port else netloc)))


class WebOnly(HTTPRedirectHandler):
    max_redirections = 5

    def redirect_request(self, *args: Any) -> Request | None:
        if not args[-1].startswith(("http://", "https://")):
            raise URLError("leads to something that is not a web address")
        return super().redirect_request(*args)


def _connect(address: tuple[str, int], *args: Any) -> socket.socket:
    """Connect to what the name stands for now: a name that is asked twice may say something else the second time."""
    host, port = address
    found = [place[4][0] for place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not all(_is_public(str(place)) for place in found):
        raise URLError("leads into a private network")
    error: OSError = URLError("has no address")
    for place in found:
        try:
            return socket.create_connection((str(place), port), *args)
        except OSError as failed:
            error = failed
    raise error


def _is_public(text: str) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or address
    return (inner.is_global and not inner.is_multicast) or any(inner in network for network in OPEN)


class PlainConnection(http.client.HTTPConnection):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._create_connection = _connect


class SecureConnection(http.client.HTTPSConnection):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._create_connection = _connect


class Plain(HTTPHandler):
    def http_open(self, request: Request) -> http.client.HTTPResponse:
        return self.do_open(PlainConnection, request)


class Secure(HTTPSHandler):
    def https_open(self, request: Request) -> http.client.HTTPResponse:
        return self.do_open(SecureConnection, request)
