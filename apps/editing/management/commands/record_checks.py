"""Write into content/checks/CODE.toml which of the shipped translations were checked, by the hashes of their texts."""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.editing import shipping
from apps.translations import checks, languages, partial_dates, states
from apps.translations.files import ContentError

HEADING = (
    "# Written by `manage.py record_checks`: original and text are hashes of the Russian and the translated text.\n"
)


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", choices=languages.TARGETS)
        parser.add_argument("--state", choices=[str(state) for state in checks.RECORDED], default="checked")
        parser.add_argument("--on", type=partial_dates.day, default=date.today(), help="day of the check")
        parser.add_argument("--by", default="", help="name of the reviewer; needed for --state reviewed")
        parser.add_argument("--note", default="", help="what was found")
        parser.add_argument("--only", nargs="+", metavar="KIND:ID", help="for example entry:moved; otherwise all")
        parser.add_argument("--typo", action="store_true", help="only carry records over a typo of the Russian text")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            known = checks.read(options["code"])
            texts = shipping.hashes()
        except ContentError as error:
            raise CommandError(f"{error} Nothing was written.") from None
        if options["state"] == states.State.REVIEWED and not options["by"]:
            raise CommandError("Whose review? Add --by NAME. Nothing was written.")
        if unknown := [name for name in options["only"] or [] if name not in texts]:
            raise CommandError(f"{', '.join(unknown)} does not ship. Nothing was written.")
        changed = _record(known, texts, options)
        _write(options["code"], {name: record for name, record in known.items() if name in texts})
        self.stdout.write(f"{options['code']}: {changed} recorded, {len(known)} in all.")


def _record(known: checks.Records, texts: dict[str, dict[str, str]], options: dict[str, Any]) -> int:
    count = 0
    for name in options["only"] or texts:
        original, text = texts[name].get(languages.ORIGINAL), texts[name].get(options["code"])
        if not original or not text:
            continue
        if options["typo"]:
            record = {**known[name], "original": original} if name in known else {}
        else:
            record = {"original": original, "text": text, "state": options["state"], "on": options["on"]}
            record |= {part: options[part] for part in ("by", "note") if options[part]}
        if record:
            known[name] = record
            count += 1
    return count


def _write(code: str, records: checks.Records) -> None:
    folder = checks.FOLDER
    folder.mkdir(exist_ok=True)
    lines = [f"{json.dumps(name)} = {{ {_parts(record)} }}" for name, record in sorted(records.items())]
    (folder / f"{code}.toml").write_text(HEADING + "\n" + "\n".join(lines) + "\n", "utf-8")


def _parts(record: dict[str, Any]) -> str:
    return ", ".join(
        f"{name} = {value if isinstance(value, date) else json.dumps(value, ensure_ascii=False)}"
        for name, value in record.items()
    )
