"""A node's own folder: every answer once, under the hash of what it says, and one list of what is valid now."""

import hashlib
import json
import os
import pickle
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from apps.offline import releases
from apps.publishing.copies import Copy

LIST = "valid.json"
MOMENTS = 600  # seconds in which a server may still read by an older list
RELEASES = 3  # kept, for going back


@dataclass
class Valid:
    """Which answer each address has. All of them are of the version when it is complete."""

    version: str = ""
    complete: bool = False
    since: float = 0
    pages: dict[str, str] = field(default_factory=dict)  # the answers' names, by address
    made: dict[str, float] = field(default_factory=dict)  # when each was made last
    failed: list[str] = field(default_factory=list)


class Folder:
    def __init__(self, path: Path) -> None:
        self.path = path

    def valid(self) -> Valid:
        try:
            return Valid(**json.loads((self.path / LIST).read_bytes()))
        except (OSError, ValueError, TypeError):
            return Valid()

    def changed(self) -> tuple[int, int]:
        """What tells two lists apart without reading them."""
        try:
            found = os.stat(self.path / LIST)
        except OSError:
            return (0, 0)
        return (found.st_mtime_ns, found.st_ino)

    def put(self, valid: Valid) -> None:
        self.write(LIST, json.dumps(vars(valid)).encode())

    def keep(self, content: bytes) -> str:
        name = hashlib.sha256(content).hexdigest()[:32]
        if not self.has(name):
            self.write(str(self._place(name)), content)
        return name

    def has(self, name: str) -> bool:
        return self._place(name).exists()

    def content(self, name: str) -> bytes:
        return self._place(name).read_bytes()

    def copy(self, name: str) -> Copy:
        found: Copy = pickle.loads(self.content(name))
        return found

    def sweep(self, valid: Valid) -> None:
        """Forget answers that no list names any longer."""
        named, old = set(valid.pages.values()), time.time() - MOMENTS
        for file in (self.path / "answers").glob("*/*"):
            if file.name not in named and file.stat().st_mtime < old:
                file.unlink(missing_ok=True)

    def _place(self, name: str) -> Path:
        return self.path / "answers" / name[:2] / name

    def write(self, name: str, content: bytes) -> None:
        """Whole or not at all."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.{os.getpid()}")
        new.write_bytes(content)
        new.replace(path)


def own() -> Folder:
    """Where this release's answers lie: two releases side by side never mix."""
    return Folder(Path(settings.PUBLISHED_ROOT) / releases.fingerprint()[:16])


def older() -> list[Folder]:
    """Those of other releases, the latest first."""
    lists = sorted(Path(settings.PUBLISHED_ROOT).glob(f"*/{LIST}"), key=lambda file: -file.stat().st_mtime)
    return [Folder(file.parent) for file in lists if file.parent != own().path]


def forget_old_releases() -> None:
    for folder in older()[RELEASES - 1 :]:
        shutil.rmtree(folder.path, ignore_errors=True)
