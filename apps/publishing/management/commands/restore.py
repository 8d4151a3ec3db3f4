"""Put the database back to what a backup holds. Stop the site first; what is in the database now is lost."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, no_translations

from apps.publishing import backups


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--yes", action="store_true", help="do it without asking")

    @no_translations
    def handle(self, *args: Any, file: Path, yes: bool, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        if not yes and input(f"Replace the whole database by {file}? Write yes: ") != "yes":
            raise CommandError("Nothing was changed.")
        try:
            backups.read(file)
        except backups.Failed as error:
            raise CommandError(f"{error} The database is as it was.") from None
        self.stdout.write(f"The database is as {file} has it. Run the migrations of this release: manage.py migrate")
