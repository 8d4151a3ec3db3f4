from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from apps.guide import kinds_of_wrong


class Command(BaseCommand):
    help = "Count what the house styles call wrong, kind by kind and language by language, now and in an older tree."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--before", type=Path, help="another tree, for example from: git worktree add")

    def handle(self, *args: Any, **options: Any) -> None:
        trees = [tree / "apps" for tree in (options["before"], settings.BASE_DIR) if tree]
        self.stdout.write(f"| kind | {'before | ' if len(trees) > 1 else ''}now | languages |")
        self.stdout.write("|---|" + "---|" * (len(trees) + 1))
        for kind, patterns in kinds_of_wrong.kinds().items():
            counts = [
                {code: len(kinds_of_wrong.found(tree, code, pattern)) for code, pattern in patterns.items()}
                for tree in trees
            ]
            spread = ", ".join(f"{code} {count}" for code, count in counts[0].items() if count)
            self.stdout.write(f"| {kind} | {' | '.join(str(sum(count.values())) for count in counts)} | {spread} |")
