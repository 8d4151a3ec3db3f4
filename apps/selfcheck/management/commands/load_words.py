"""Load the self-check's words from apps/selfcheck/words/ without overwriting what an editor changed."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from apps.guide.shipped import ship
from apps.rules import RulebookError
from apps.rules.wording import read_words
from apps.selfcheck import amina, keys
from apps.selfcheck.models import Phrase

FOLDER = Path(__file__).resolve().parents[2] / "words"


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        texts = {
            code: _read(FOLDER / f"{code}.toml") for code, _ in settings.LANGUAGES if (FOLDER / f"{code}.toml").exists()
        }
        for code, found in texts.items():
            _check(code, found)
        with transaction.atomic():
            kept = _ship(texts)
        for key, fields in kept.items():
            self.stdout.write(f"kept an editor's text: {key} ({', '.join(fields)})")


def _read(file: Path) -> dict[str, str]:
    try:
        return read_words(file)
    except RulebookError as error:
        raise CommandError(f"{error} Nothing was loaded.") from None


def _check(code: str, found: dict[str, str]) -> None:
    unknown = [key for key in found if not keys.known(amina.rulebook(), key)]
    missing = [key for key in keys.required(amina.rulebook()) if not found.get(key)]
    for problem, names in (("names no such text in the rulebook", unknown), ("is missing", missing)):
        if names:
            more = f" and {len(names) - 5} more" if len(names) > 5 else ""
            raise CommandError(f"{code}.toml: {', '.join(names[:5])}{more} {problem}. Nothing was loaded.")


def _ship(texts: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    existing = {phrase.key: phrase for phrase in Phrase.objects.all()}
    kept = {}
    for position, key in enumerate(texts["ru"]):
        phrase = existing.get(key) or Phrase(key=key)
        values = {f"text_{code}": found[key] for code, found in texts.items() if key in found}
        if left := ship(phrase, {"position": position, **values}):
            kept[key] = left
    return kept
