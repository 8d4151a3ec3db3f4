"""The database of the tests: built once with everything that ships, then copied, for each worker and after a test that commits."""

import fcntl
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
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


def what_ships() -> str:
    """A digest of all that the database is built from: models, migrations, loaders, texts, and the day they are loaded."""
    digest = hashlib.sha256(f"{date.today()}".encode() + (settings.BASE_DIR / "requirements.txt").read_bytes())
    for file in sorted([*(settings.BASE_DIR / "apps").rglob("*"), *(settings.BASE_DIR / "site").rglob("*.py")]):
        if file.is_file() and not {"tests", "__pycache__"} & set(file.parts):
            digest.update(f"{file.relative_to(settings.BASE_DIR)} {file.stat().st_size} ".encode() + file.read_bytes())
    return digest.hexdigest()


class Shipped:
    """A database with what ships, which no test writes to, and this worker's copy of it."""

    def __init__(self, folder: Path, worker: str, kept: Path) -> None:
        """Kept is a folder that outlives the run: what was built from the same files is not built again."""
        kept.mkdir(parents=True, exist_ok=True)
        self.folder, self.worker, self.kept = folder, worker, kept
        self.before = connection.settings_dict["NAME"]
        self.name = str(folder / "shipped.sqlite3") if connection.vendor == "sqlite" else f"test_{self.before}"
        connection.settings_dict["TEST"]["NAME"] = self.name

    def take(self) -> None:
        with alone(self.folder):
            if not self._users():
                self._build_unless_kept()
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

    def _build_unless_kept(self) -> None:
        if connection.vendor != "sqlite":
            return self._build()
        kept = self.kept / f"{what_ships()}.sqlite3"
        if kept.exists():
            shutil.copy(kept, self.name)
        else:
            self._build()
            connection.close()
            for older in self.kept.glob("*.sqlite3"):
                older.unlink()
            making = kept.with_suffix(".making")
            shutil.copy(self.name, making)
            making.rename(kept)

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
