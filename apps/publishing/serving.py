"""Answers readers before Django hears of them: no middleware, no session, no database, whatever cookies they bring."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from apps.publishing import addresses, folder, health
from apps.publishing.answers import Answer
from apps.publishing.published import Published
from apps.translations import kept

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Body = Iterable[bytes]
Wsgi = Callable[[Environ, StartResponse], Body]

EDITORS = ("/admin/", "/account/", "/static/")


def in_front_of(django: Wsgi) -> "PublicSite":
    published = Published(folder.own())
    kept.use(published.kept)
    return PublicSite(django, published)


class PublicSite:
    """A WSGI application around Django's."""

    def __init__(self, django: Wsgi, published: Published) -> None:
        self.django, self.published = django, published

    def __call__(self, environ: Environ, start_response: StartResponse) -> Body:
        path, read = environ["PATH_INFO"], environ["REQUEST_METHOD"] in ("GET", "HEAD")
        if path.startswith(EDITORS):
            return self.django(environ, start_response)
        if read and path == "/health":
            return _told(*health.told(self.published.folder), start_response)
        if read and _as_wanted(environ) and not addresses.asks(path, environ.get("QUERY_STRING", "")):
            answer = self.published.answer(path)
            if answer:
                return _sent(answer, environ, start_response)
        return self._by_django(environ, start_response, path)

    def _by_django(self, environ: Environ, start_response: StartResponse, path: str) -> Body:
        """As to a stranger; should that fail, what another release had to say."""
        environ.pop("HTTP_COOKIE", None)
        said: list[Any] = []
        body = self.django(environ, lambda *started: said.extend(started))
        if said[0].startswith("5") and environ["REQUEST_METHOD"] == "GET" and (answer := self.published.older(path)):
            return _sent(answer, environ, start_response)
        start_response(*said)
        return body


def _sent(answer: Answer, environ: Environ, start_response: StartResponse) -> Body:
    status, headers, body = answer.to(environ.get("HTTP_ACCEPT_ENCODING", ""), environ.get("HTTP_IF_NONE_MATCH"))
    start_response(status, headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _told(status: int, body: bytes, start_response: StartResponse) -> Body:
    start_response(
        "200 OK" if status == 200 else "503 Service Unavailable",
        [("Content-Type", "application/json"), ("Cache-Control", "no-store"), ("Content-Length", str(len(body)))],
    )
    return [body]


def _as_wanted(environ: Environ) -> bool:
    """Asked for by one of our names and, where that is wanted, through HTTPS; Django knows what to say to the others."""
    return _ours(environ.get("HTTP_HOST", "")) and (not settings.SECURE_SSL_REDIRECT or _secure(environ))


def _secure(environ: Environ) -> bool:
    if settings.BEHIND_PROXY and "HTTP_X_FORWARDED_PROTO" in environ:
        return bool(environ["HTTP_X_FORWARDED_PROTO"].partition(",")[0].strip() == "https")
    return bool(environ["wsgi.url_scheme"] == "https")


@lru_cache(maxsize=256)
def _ours(host: str) -> bool:
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)
