"""All that a release needs before it serves: catalogues, database, first content, static files. What is there already is left alone."""

from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from apps.publishing import delivering


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        collecting = None if delivering.is_collected() else _collecting()
        call_command("compile_catalogues")
        call_command("migrate", verbosity=0)
        digest = delivering.content()
        if not delivering.is_loaded(digest):
            call_command("load_content", stdout=self.stdout)
            call_command("load_phrases", stdout=self.stdout)
            delivering.note_loaded(digest)
        if collecting:
            collecting.join()
            if collecting.exitcode:
                raise CommandError("The static files could not be collected.")
            delivering.note_collected()


def _collecting() -> BaseProcess:
    """Beside the rest, on another core: it asks no database."""
    options = {"interactive": False, "verbosity": 0}
    process = get_context("fork").Process(target=call_command, args=["collectstatic"], kwargs=options)
    process.start()
    return process
