"""Copy the whole database into one file that only its owner may read, while the site runs."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, no_translations

from apps.publishing import backups


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    @no_translations
    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        if file.exists():
            raise CommandError(f"{file} exists already. Name a new file; an old backup is never overwritten.")
        try:
            backups.write(file)
        except backups.Failed as error:
            raise CommandError(f"{error} Nothing was written to {file}.") from None
        self.stdout.write(f"{file}: {file.stat().st_size} bytes")
