"""Load topics, sources, contacts and entries without overwriting what an editor changed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, no_translations

from apps.guide.loading import content
from apps.translations.files import ContentError


class Command(BaseCommand):
    help = __doc__

    # The help around Django's own complaints is English too.
    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            kept = content.load()
        except ContentError as error:
            raise CommandError(f"{error} Nothing was loaded.") from None
        for what in kept:
            self.stdout.write(f"kept as an editor has it: {what}")
