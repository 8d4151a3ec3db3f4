"""The database of the tests: built once with everything that ships, then copied, for each worker and after a test that commits."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one worker at a time work in a folder that all of them share."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class Shipped:
    """A database with what ships, which no test writes to, and this worker's copy of it."""

    def __init__(self, folder: Path, worker: str) -> None:
        self.folder, self.worker = folder, worker
        self.before = connection.settings_dict["NAME"]
        self.name = str(folder / "shipped.sqlite3") if connection.vendor == "sqlite" else f"test_{self.before}"
        connection.settings_dict["TEST"]["NAME"] = self.name

    def take(self) -> None:
        with alone(self.folder):
            if not self._users():
                self._build()
            self._mine().touch()
            self.renew()

    def renew(self) -> None:
        """Throw away the copy with all that was written into it, and make another."""
        self._use(self.name)
        connection.creation.clone_test_db(self.worker, verbosity=0)
        self._use(connection.creation.get_test_db_clone_settings(self.worker)["NAME"])

    def leave(self) -> None:
        self._use(self.name)
        with alone(self.folder):
            connection.creation.destroy_test_db(suffix=self.worker, verbosity=0)
            self._mine().unlink()
            if not self._users():
                connection.creation.destroy_test_db(self.before, verbosity=0)

    def _build(self) -> None:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        call_command("load_content", verbosity=0)
        call_command("load_phrases", verbosity=0)

    def _use(self, name: str) -> None:
        connection.close()
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name

    def _mine(self) -> Path:
        return self.folder / f"{self.worker}.uses-database"

    def _users(self) -> list[Path]:
        return list(self.folder.glob("*.uses-database"))
