"""Let an editor who lost phone and backup codes set up a new second factor; ends their sessions and lock-outs."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from apps.accounts import resetting


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("user", help="the name they sign in with")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["user"]).first()
        if not user:
            raise CommandError(f"Nobody is called {options['user']} here. Nothing was changed.")
        removed = resetting.remove(user)
        self.stdout.write(f"{removed} devices of {user} are gone. They set up a new one when they sign in next.")
