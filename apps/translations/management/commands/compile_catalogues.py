"""Build the interface catalogues from locale/*.po, and Uzbek in Cyrillic from the Latin one."""

from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import to_locale

from apps.translations import languages, uzbek

FILE = Path("LC_MESSAGES", "django.po")


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in map(Path, settings.LOCALE_PATHS):
            for file in folder.glob(f"*/{FILE}"):
                if not _is_made(file, file):
                    _write(polib.pofile(str(file)), file)
            for script, (written, _) in languages.SCRIPTS.items():
                file, derived = folder / written / FILE, folder / to_locale(script) / FILE
                if file.exists() and not _is_made(derived, file):
                    _write(_in_script(polib.pofile(str(file)), script), derived)


def _is_made(catalogue: Path, texts: Path) -> bool:
    """Whether it is newer than the texts, and than what writes them in another script."""
    made, sources = catalogue.with_suffix(".mo"), (texts, Path(uzbek.__file__))
    return made.exists() and made.stat().st_mtime > max(source.stat().st_mtime for source in sources)


def _in_script(catalogue: polib.POFile, script: str) -> polib.POFile:
    for message in catalogue:
        message.msgstr = languages.in_script(message.msgstr, script)
        message.msgstr_plural = {n: languages.in_script(text, script) for n, text in message.msgstr_plural.items()}
    return catalogue


def _write(catalogue: polib.POFile, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save_as_mofile(str(file.with_suffix(".mo")))
