"""Paint every card that is not there yet, forget those of a month ago that no page names, and say how many there are, how heavy, and in what time."""

import time
from statistics import median
from typing import Any

from django.core.management.base import BaseCommand, no_translations

from apps.handouts import everything, pictures


class Command(BaseCommand):
    help = __doc__

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        made = {card.path: len(card.kept()) for card in everything.cards()}
        pictures.sweep({*made})
        sizes = sorted(made.values())
        took = time.monotonic() - started
        self.stdout.write(f"{len(sizes)} cards, median {median(sizes):.0f} bytes, at most {sizes[-1]}, in {took:.0f} s")
