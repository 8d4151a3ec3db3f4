"""The whole database as one file: by SQLite's own way to copy a database in use, or by PostgreSQL's own programs."""

import os
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

from apps.publishing.models import ContentVersion


class Failed(Exception):
    """What went wrong, in a sentence."""


def write(file: Path) -> None:
    """Write a new file that nobody else may read; whole or not at all."""
    new = file.with_name(f"{file.name}.{os.getpid()}")
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        _copy(_name(), new) if _on_sqlite() else _run("pg_dump", "--format=custom", f"--file={new}", _name())
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)


def read(file: Path) -> None:
    """Replace the database, and let the version be one that no node has ever published."""
    connection.close()
    if _on_sqlite():
        _check(file)
        _copy(str(file), Path(_name()))
    else:
        whole = ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error"]
        _run("pg_restore", *whole, f"--dbname={_name()}", str(file))
    if ContentVersion._meta.db_table in connection.introspection.table_names():
        ContentVersion.objects.update(number=int(time.time()))


def _on_sqlite() -> bool:
    return connection.vendor == "sqlite"


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _copy(source: str, target: Path) -> None:
    try:
        with (
            closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)
            new.execute("pragma wal_checkpoint(truncate)")
    except sqlite3.Error as error:
        raise Failed(f"SQLite says: {error}.") from None


def _check(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as found:
            whole = found.execute("pragma integrity_check").fetchone() == ("ok",)
            ours = found.execute("select 1 from sqlite_master where name = 'guide_entry'").fetchone()
    except sqlite3.Error as error:
        raise Failed(f"{file} is no database: {error}.") from None
    if not (whole and ours):
        raise Failed(f"{file} is damaged, or no backup of this site.")


def _run(*command: str) -> None:
    try:
        subprocess.run(command, env={**os.environ, **_place()}, check=True, capture_output=True, text=True)
    except FileNotFoundError:
        raise Failed(f"{command[0]} is not installed (on Debian: apt install postgresql-client).") from None
    except subprocess.CalledProcessError as error:
        raise Failed(f"{command[0]} says: {error.stderr.strip()}.") from None


def _place() -> dict[str, str]:
    """Where the server is, as PostgreSQL's programs read it: a password on the command line could be seen by all."""
    settings: dict[str, Any] = connection.settings_dict
    found = {"PGHOST": settings["HOST"], "PGPORT": settings["PORT"], "PGUSER": settings["USER"]}
    found["PGPASSWORD"] = settings["PASSWORD"]
    return {name: str(value) for name, value in found.items() if value}
