"""A backup holds every row of every table, byte by byte, on whichever database the tests run."""

import hashlib
import stat
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from apps.guide.models import Entry
from apps.publishing import versions
from apps.publishing.models import ContentVersion

pytestmark = pytest.mark.usefixtures("committing")


def dump() -> dict[str, str]:
    """A hash of all rows of each table but the version's, with every column as it lies there."""
    found = {}
    with connection.cursor() as cursor:
        for table in sorted({*connection.introspection.table_names(cursor)} - {ContentVersion._meta.db_table}):
            cursor.execute(f'select * from "{table}" order by 1')
            found[table] = hashlib.sha256(repr(cursor.fetchall()).encode()).hexdigest()
    return found


def test_what_was_backed_up_comes_back_byte_by_byte(tmp_path: Path) -> None:
    before, file = dump(), tmp_path / "backup"
    assert {model._meta.db_table for model in apps.get_models()} - {ContentVersion._meta.db_table} <= set(before)
    call_command("backup", file, verbosity=0)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    Entry.objects.all().delete()
    Entry.objects.update(title_ky="Башка")
    assert dump() != before
    call_command("restore", file, yes=True, verbosity=0)
    assert dump() == before


def test_after_a_restore_everything_is_published_anew(tmp_path: Path) -> None:
    before = versions.now()
    call_command("backup", tmp_path / "backup", verbosity=0)
    call_command("restore", tmp_path / "backup", yes=True, verbosity=0)
    assert versions.now() != before


def test_an_old_backup_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "backup").write_text("old")
    with pytest.raises(CommandError, match="exists already"):
        call_command("backup", tmp_path / "backup", verbosity=0)


def test_a_file_that_is_no_backup_is_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    before = dump()
    (tmp_path / "wrong").write_text("this is no database, whatever its name says")
    with pytest.raises(CommandError, match="The database is as it was"):
        call_command("restore", tmp_path / "wrong", yes=True, verbosity=0)
    assert dump() == before
