"""Build the interface catalogues from locale/*.po, and Uzbek in Cyrillic from the Latin one."""

from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import to_locale

from apps.translations import languages

FILE = Path("LC_MESSAGES", "django.po")


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in map(Path, settings.LOCALE_PATHS):
            for file in folder.glob(f"*/{FILE}"):
                _write(_read(file), file)
            for script, (written, _) in languages.SCRIPTS.items():
                if (file := folder / written / FILE).exists():
                    _write(_in_script(_read(file), script), folder / to_locale(script) / FILE)


def _read(file: Path) -> Catalog:
    with file.open("rb") as lines:
        return read_po(lines, locale=file.parts[-3])


def _in_script(catalogue: Catalog, script: str) -> Catalog:
    for message in catalogue:
        if message.id and isinstance(message.string, str):
            message.string = languages.in_script(message.string, script)
        elif message.id:
            message.string = tuple(languages.in_script(text, script) for text in message.string or ())
    return catalogue


def _write(catalogue: Catalog, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)
