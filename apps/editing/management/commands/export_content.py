"""Write what editors changed into the files of the repository; load_content and load_phrases go the other way."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from apps.editing import exporting


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        written = exporting.write()
        for file in written:
            inside = file.is_relative_to(settings.BASE_DIR)
            self.stdout.write(str(file.relative_to(settings.BASE_DIR) if inside else file))
        self.stdout.write(f"{len(written)} files written. Look at them with git diff before you commit.")
