"""Load the phrases from apps/amina/phrases/ without overwriting what an editor changed."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from apps.amina import current, keys, phrase_files
from apps.amina.models import Phrase
from apps.translations import checks
from apps.translations.files import ContentError
from apps.translations.shipped import ship
from apps.translations.writing import held


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            kept = _load()
        except ContentError as error:
            raise CommandError(f"{error} Nothing was loaded.") from None
        for key, fields in kept.items():
            self.stdout.write(f"kept an editor's text: {key} ({', '.join(fields)})")


@transaction.atomic
def _load() -> dict[str, list[str]]:
    texts = phrase_files.read()
    for code, found in texts.items():
        _check(code, found)
    kept = _ship(texts)
    checks.apply(Phrase.objects.all(), ["phrase"])
    return kept


def _check(code: str, found: dict[str, str]) -> None:
    unknown = keys.unknown(current.rulebook(), found)
    missing = [key for key in keys.required(current.rulebook()) if not found.get(key)]
    for problem, names in (("names no such text in the rulebook", unknown), ("is missing", missing)):
        if names:
            more = f" and {len(names) - 5} more" if len(names) > 5 else ""
            raise ContentError(f"{code}.toml: {', '.join(names[:5])}{more} {problem}.")


def _ship(texts: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    existing = {phrase.key: phrase for phrase in held(Phrase.objects.all())}
    kept = {}
    for position, key in enumerate(texts["ru"]):
        phrase = existing.get(key) or Phrase(key=key)
        values = {f"text_{code}": found[key] for code, found in texts.items() if key in found}
        try:
            left = ship(phrase, {"position": position, **values}, key)
        except ValidationError as error:
            raise ContentError(f"{key}: {' '.join(error.messages)}") from None
        if left:
            kept[key] = left
    return kept
