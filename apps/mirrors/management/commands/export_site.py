from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.mirrors import exporting, folders


class Command(BaseCommand):
    help = "Write the whole public site into a folder that any web server can serve below any path."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> str:
        try:
            files = dict(exporting.files())
        except exporting.Unrendered as problem:
            raise CommandError(str(problem)) from problem
        changed = folders.write(folder, files)
        megabytes = sum(map(len, files.values())) / 1_000_000
        return f"{len(files)} files, {megabytes:.1f} MB, in {folder}; {len(changed)} of them new or changed."
