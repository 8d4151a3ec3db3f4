import json
from typing import Any

from django.core.management.base import BaseCommand

from apps.amina import current
from apps.selfcheck import codes


class Command(BaseCommand):
    help = "After questions or options changed: note the new layout of share codes beside the old ones."

    def handle(self, *args: Any, **options: Any) -> None:
        layouts = codes.published() | {codes.current(current.rulebook()): codes.layout(current.rulebook())}
        rows = (f'  "{code}": {json.dumps(layout)}' for code, layout in layouts.items())
        codes.FILE.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")
        self.stdout.write(f"{len(layouts)} layouts are kept in {codes.FILE.name}.")
