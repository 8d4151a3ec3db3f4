"""Make every public page of this release, to be served without the database; with --follow, whenever something changes."""

import fcntl
import os
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, no_translations

from apps.publishing import folder, following
from apps.publishing.publisher import Publisher


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--follow", action="store_true", help="go on until the server that started this ends")

    @no_translations
    def handle(self, *args: Any, follow: bool, **options: Any) -> None:
        own, server = folder.own(), os.getppid()
        own.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (own.path / "lock").open("w") as lock:
            while not _taken(lock.fileno()) and os.getppid() == server:
                time.sleep(1)  # another one publishes, and this one waits in case it ends
            if follow:
                following.follow(own, self._say, lambda: os.getppid() == server)
            elif (publisher := Publisher(own, self._say)).due():
                publisher.publish()

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def _taken(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
