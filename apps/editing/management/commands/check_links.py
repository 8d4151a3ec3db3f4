"""Ask the addresses of all sources whether they still answer; the table in the admin shows what came back."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from apps.editing import links


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("codes", nargs="*", metavar="SOURCE", help="only these sources")

    def handle(self, *args: Any, **options: Any) -> None:
        failed = links.check(options["codes"])
        for link in failed:
            self.stdout.write(f"{link.source}: {link.problem} ({link.address}), {link.failures} times in a row")
        self.stdout.write(f"{len(failed)} addresses do not answer.")
