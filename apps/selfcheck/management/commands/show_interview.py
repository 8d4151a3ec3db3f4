from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from apps.amina import current
from apps.rules.saying import Person, load_people
from apps.selfcheck import effort
from apps.translations import kept, languages


class Command(BaseCommand):
    help = "Show what the interview costs the example people: screens, taps and words on the median way, seconds also on the longest."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("languages", nargs="*", default=languages.CODES)
        parser.add_argument("--every", type=int, default=4, help="walk with every so many of the example people")

    def handle(self, *args: Any, **options: Any) -> None:
        people = load_people(current.FOLDER.parent / "people", current.rulebook())[:: options["every"]]
        known: dict[str, Any] = {}
        kept.use(lambda key, read: known[key] if key in known else known.setdefault(key, read()))
        try:
            self._show(people, options["languages"])
        finally:
            kept.use(kept.anew)

    def _show(self, people: list[Person], codes: list[str]) -> None:
        self.stdout.write("language  screens  taps  words asked  words of the list  seconds  on the longest way")
        for code in codes:
            found = effort.of_each(people, code)
            one, longest = effort.on_the_median_way(found), max(each.seconds for each in found)
            median = f"{code:8} {one.screens:8} {one.taps:5} {one.asked:12} {one.told:18} {one.seconds:8.0f}"
            self.stdout.write(f"{median} {longest:19.0f}")
