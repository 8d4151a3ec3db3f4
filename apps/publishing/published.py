"""What this process serves: the list of valid answers in the node's folder, and those of them that were asked for."""

import pickle
import threading
import time
from collections.abc import Mapping
from typing import Any

from apps.publishing import addresses, folder, words
from apps.publishing.answers import Answer
from apps.publishing.folder import Folder, Valid
from apps.translations import kept, languages

OFTEN = 0.25  # seconds between two looks at the list


class Published:
    def __init__(self, own: Folder) -> None:
        self.folder = own
        self.valid, self._known = Valid(), (0, 0)
        self._answers: dict[str, Answer] = {}
        self._words: dict[str, Mapping[str, Any]] = {}
        self._looked_at = 0.0
        self._looking = threading.Lock()

    def answer(self, path: str) -> Answer | None:
        """What is published at an address, or what there is instead; None where only Django knows."""
        self._look()
        name = self.valid.pages.get(path)
        if name is None and self.valid.since:
            name = self._instead(path)
        return self._answer(name) if name else None

    def older(self, path: str) -> Answer | None:
        """What another release had at this address, for when there is nothing better."""
        for other in folder.older():
            name = other.valid().pages.get(path)
            if name:
                return Answer(other.copy(name))
        return None

    def kept(self, key: str, read: kept.Read) -> Any:
        """The words of the forms as they were published; whatever else is wanted is read."""
        self._look()
        name = self.valid.pages.get(words.PREFIX + key.partition("/")[0])
        if name is None:
            return kept.anew(key, read)
        if name not in self._words:
            self._words[name] = pickle.loads(self.folder.content(name))
        return self._words[name][key] if key in self._words[name] else kept.anew(key, read)

    def _instead(self, path: str) -> str | None:
        code = path.partition("/")[2].partition("/")[0]
        if code not in languages.OWN_NAMES or f"{path}/" in self.valid.pages:
            return None  # Django chooses a language, or leads to the full address
        pages = self.valid.pages
        return pages.get(addresses.unversioned(path)) or pages.get(addresses.missing(code))

    def _answer(self, name: str) -> Answer | None:
        found = self._answers.get(name)
        if found is None:
            try:
                found = self._answers[name] = Answer(self.folder.copy(name))
            except OSError:
                return None
        return found

    def _look(self) -> None:
        now = time.monotonic()
        if now < self._looked_at + OFTEN or not self._looking.acquire(blocking=False):
            return
        try:
            self._looked_at = now
            changed = self.folder.changed()
            if changed != self._known:
                self._take(self.folder.valid())
                self._known = changed
        finally:
            self._looking.release()

    def _take(self, valid: Valid) -> None:
        """Believe a new list, and forget the answers that it does not name."""
        if not valid.pages:
            return
        names = set(valid.pages.values())
        self._answers = {name: answer for name, answer in self._answers.items() if name in names}
        self._words = {name: known for name, known in self._words.items() if name in names}
        self.valid = valid
