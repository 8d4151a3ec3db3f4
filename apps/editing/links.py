"""Asking the addresses of all sources whether they still answer, few at a time and never for long."""

import http.client
import ssl
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.error import HTTPError, URLError
from urllib.request import Request

from django.utils import timezone

from apps.editing import public_web
from apps.editing.models import LinkCheck
from apps.guide.models import Source

AT_ONCE, TIMEOUT, READ = 4, 15, 1024
# Some media answer robots and foreign countries so; the page may well be there for a reader.
GUARDED = (401, 403, 405, 406, 418, 429, 451)
SAYS = {"User-Agent": "AminaGuideLinkCheck/1.0", "Accept": "text/html,*/*", "Accept-Language": "ru"}


@dataclass(frozen=True)
class Reply:
    status: int | None
    problem: str


def ask(address: str) -> Reply:
    """Fetch the beginning of a page and say what is wrong with it, if anything."""
    if not address.startswith(("http://", "https://")):
        return Reply(None, "is not a web address")
    try:
        request = Request(public_web.ascii_address(address), headers=SAYS)
        with public_web.opener().open(request, timeout=TIMEOUT) as response:
            response.read(READ)
            return Reply(response.status, "")
    except HTTPError as error:
        error.close()
        guarded = error.code in GUARDED
        return Reply(error.code, "" if guarded else f"answers {error.code} {error.reason}"[:200])
    except (TimeoutError, URLError, OSError, ssl.SSLError, http.client.HTTPException, ValueError) as error:
        return Reply(None, str(getattr(error, "reason", error) or type(error).__name__)[:200])


def check(codes: list[str] | None = None) -> list[LinkCheck]:
    """Ask every address once, keep what came back, and return those that failed."""
    sources = Source.objects.exclude(address="").order_by("code")
    sources = sources.filter(code__in=codes) if codes else sources
    by_address: dict[str, list[Source]] = {}
    for source in sources:
        by_address.setdefault(source.address, []).append(source)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        replies = dict(zip(by_address, pool.map(ask, by_address), strict=True))
    kept = [_keep(source, replies[address]) for address, found in by_address.items() for source in found]
    return [link for link in kept if link.problem]


def _keep(source: Source, reply: Reply) -> LinkCheck:
    before = LinkCheck.objects.filter(source=source, address=source.address).first()
    failures = (before.failures if before else 0) + 1 if reply.problem else 0
    link, _ = LinkCheck.objects.update_or_create(
        source=source,
        defaults={
            "address": source.address,
            "checked_at": timezone.now(),
            "status": reply.status,
            "problem": reply.problem,
            "failures": failures,
        },
    )
    return link
