"""Makes answers in processes of their own, which know nothing older than themselves."""

import logging
import multiprocessing
import os
import pickle
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.pool import Pool

from django.core.cache import cache
from django.db import connections

from apps.publishing import addresses, words
from apps.publishing.copies import copy_of
from apps.publishing.rendering import rendered
from apps.translations import kept

PROCESSES = min(2, os.cpu_count() or 1)

log = logging.getLogger(__name__)


@contextmanager
def makers() -> Iterator[Pool]:
    connections.close_all()  # a connection must not be shared with a fork
    with multiprocessing.get_context("fork").Pool(PROCESSES, _begin) as pool:
        yield pool


def made(pool: Pool, wanted: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
    """Each address with its answer, or with nothing where it cannot be made now, in whatever order they come."""
    return pool.imap_unordered(_made, wanted)


def files(pool: Pool, codes: Iterable[str]) -> list[str]:
    return [path for found in pool.map(addresses.files, codes, 1) for path in found]


def _begin() -> None:
    connections.close_all()
    cache.clear()
    kept.use(words.once)
    logging.getLogger("django.request").setLevel(logging.ERROR)  # that there is nothing at an address is an answer too


def _made(address: str) -> tuple[str, bytes | None]:
    try:
        if address.startswith(words.PREFIX):
            return address, words.in_language(address.removeprefix(words.PREFIX))
        found = rendered(address)
        return address, None if found.status >= 500 else pickle.dumps(copy_of(found))
    except Exception:  # whatever it is, readers keep what they have
        log.exception("%s cannot be made now", address)
        return address, None
