"""Keeps the folder of a node at the version of the content: what has changed first, then everything else."""

import time
from collections.abc import Callable, Iterable
from multiprocessing.pool import Pool

from apps.publishing import addresses, health, making, versions, words
from apps.publishing.folder import Folder
from apps.publishing.sharing import Alone
from apps.publishing.urgency import Rows, Signs
from apps.translations import languages

OFTEN = 0.3  # seconds between two lists, and between two looks at the version
AGAIN = 60  # seconds until what could not be made is tried once more
ALONE = Alone()

Say = Callable[[str], object]


class Overtaken(Exception):
    """The content has changed once more."""


class Publisher:
    def __init__(self, folder: Folder, say: Say, others: Alone = ALONE) -> None:
        self.folder, self.say, self.others = folder, say, others
        self.valid = folder.valid()
        self.rows = Rows()
        self.listed_at = 0.0

    def due(self) -> bool:
        retry = self.valid.failed and time.time() > self.valid.since + AGAIN
        return bool(not self.valid.complete or retry or self.valid.version != versions.now())

    def publish(self) -> None:
        """Bring every address to the version of now. Whatever happens, each keeps the last answer that it had."""
        started = time.time()
        self.valid.version, self.valid.complete, self.valid.failed = versions.now(), False, []
        signs, pages = self.rows.changed(), addresses.pages()
        wanted = [
            *(words.PREFIX + code for code in languages.OWN_NAMES),
            *pages,
            *addresses.others(),
            *addresses.embeds(),
        ]
        self._forget(address for address in list(self.valid.pages) if address.endswith("/") and address not in wanted)
        try:
            with making.makers() as pool:
                self._make(pool, self._ordered([*wanted, *self.valid.pages], signs))
                files = [*making.files(pool, languages.OWN_NAMES), *addresses.alone()]
                self._make(pool, [address for address in files if self.valid.made.get(address, 0) < started])
        except Overtaken:
            return
        self._finish({*wanted, *files}, started)

    def _ordered(self, wanted: list[str], signs: Signs) -> list[str]:
        """What shows a change, then what is oldest, so that nothing waits for ever while editors go on."""
        urgent = {address: None for address in wanted if signs.on(address, self._text(address))}
        rest = dict.fromkeys(address for address in wanted if address not in urgent)
        return [*urgent, *sorted(rest, key=lambda address: self.valid.made.get(address, 0))]

    def _text(self, address: str) -> bytes:
        name = self.valid.pages.get(address)
        return self.folder.copy(name).forms[""] if name and address.endswith("/") else b""

    def _make(self, pool: Pool, wanted: list[str]) -> None:
        for address, content in making.made(pool, wanted):
            if content is None:
                self.valid.failed = sorted({*self.valid.failed, address})
            else:
                self.valid.pages[address] = self.folder.keep(content)
                self.valid.made[address] = time.time()
            if time.monotonic() > self.listed_at + OFTEN:
                self._list()
                if self.valid.version != versions.now():
                    raise Overtaken

    def _finish(self, listed: set[str], started: float) -> None:
        self._forget(address for address in list(self.valid.pages) if address not in listed)
        self.valid.complete, self.valid.since = True, time.time()
        self._list()
        self.folder.sweep(self.valid)
        self.say(f"Published version {self.valid.version}: {len(listed)} addresses in {time.time() - started:.0f} s")

    def _forget(self, gone: Iterable[str]) -> None:
        """A page that is hidden is gone at once; files wait for those that follow them."""
        for address in gone:
            del self.valid.pages[address]
            self.valid.made.pop(address, None)

    def _list(self) -> None:
        self.folder.put(self.valid)
        health.note(self.folder, database=True)
        self.others.give(self.folder, self.valid)
        self.listed_at = time.monotonic()
