"""All that a release needs before it serves: catalogues, database, first content, static files. What is there already is left alone."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from apps.publishing import delivering


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("compile_catalogues")
        call_command("migrate", verbosity=0)
        digest = delivering.content()
        if not delivering.is_loaded(digest):
            call_command("load_content", stdout=self.stdout)
            call_command("load_phrases", stdout=self.stdout)
            delivering.note_loaded(digest)
        if not delivering.is_collected():
            call_command("collectstatic", interactive=False, verbosity=0)
            delivering.note_collected()
