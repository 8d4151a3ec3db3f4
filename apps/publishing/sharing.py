"""Where several nodes serve: one of them makes a version, and the others take it over from the cache they share."""

import logging
import socket
import time
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from redis.exceptions import RedisError

from apps.publishing.folder import Folder, Valid

ALIAS = "shared"
LEASE = 10  # seconds after which a maker that has fallen silent is replaced
A_MONTH = 30 * 86_400
AT_ONCE = 50

log = logging.getLogger(__name__)


class Alone:
    """A node without others: it always makes what it serves."""

    def leads(self) -> bool:
        return True

    def give(self, folder: Folder, valid: Valid) -> None:
        pass

    def take(self, folder: Folder) -> None:
        pass


class Shared(Alone):
    """Answers lie in the cache under their names, and one list names those that are valid, for each release."""

    def __init__(self, release: str, cache: BaseCache) -> None:
        self.release, self.cache = release, cache
        self.me = f"{socket.gethostname()} {time.time()}"
        self.given: set[str] = set()
        self.taken: Any = None
        self.there: set[str] = set()

    def leads(self) -> bool:
        key = f"{self.release}:leader"
        try:
            mine = self.cache.add(key, self.me, LEASE) or self.cache.get(key) == self.me
            return mine and self.cache.touch(key, LEASE)
        except RedisError as error:  # without it each node works for itself
            return self._alone(error)

    def give(self, folder: Folder, valid: Valid) -> None:
        try:
            new = set(valid.pages.values()) - self.given
            self.cache.set_many({self._key(name): folder.content(name) for name in new}, A_MONTH)
            self.given |= new
            self.cache.set(f"{self.release}:valid", vars(valid), A_MONTH)
            self.cache.touch(f"{self.release}:leader", LEASE)
        except RedisError as error:
            self._alone(error)

    def take(self, folder: Folder) -> None:
        try:
            found = self.cache.get(f"{self.release}:valid")
            if found and found != self.taken and self._fetched(folder, set(found["pages"].values())):
                folder.put(Valid(**found))
                self.taken = found
        except RedisError as error:
            self._alone(error)

    def _fetched(self, folder: Folder, names: set[str]) -> bool:
        """Whether all is there now; what the cache has lost comes with the next version."""
        missing = [name for name in names - self.there if not folder.has(name)]
        for at in range(0, len(missing), AT_ONCE):
            for content in self.cache.get_many(map(self._key, missing[at : at + AT_ONCE])).values():
                folder.keep(content)
        self.there = names - {name for name in missing if not folder.has(name)}
        return self.there == names

    def _alone(self, error: RedisError) -> bool:
        if self.given or self.taken:
            log.error("The shared cache is not there, so this node publishes for itself: %s", error)
        self.given, self.taken = set(), None
        return True

    def _key(self, name: str) -> str:
        return f"{self.release}:{name}"


def with_others(folder: Folder) -> Alone:
    return Shared(folder.path.name, caches[ALIAS]) if ALIAS in settings.CACHES else Alone()
