"""List the texts that differ between the repository and the database, and which side is ahead."""

from typing import Any

from django.core.management.base import BaseCommand

from apps.editing import exporting


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(exporting.differences())
        for line in found:
            self.stdout.write(line)
        self.stdout.write(f"{len(found)} texts differ.")
