"""The texts of the content folder by thing and language, without the database."""

from pathlib import Path

from apps.guide.loading import content_files
from apps.guide.loading.tables import TABLES
from apps.translations import languages

Texts = dict[str, dict[str, dict[str, str]]]


def read(folder: Path) -> Texts:
    """Return name of a record → language → field → text, of everything readers see."""
    found: Texts = {}
    for plural, things in content_files.texts(folder / "texts").items():
        for id, columns in things.items():
            found[f"{TABLES[plural].kind}:{id}"] = _by_language(columns)
    for place in sorted((folder / "entries").iterdir()):
        if place.is_dir():
            found[f"entry:{place.name}"] = _by_language(content_files.entry_texts(place, {}))
    return found


def _by_language(columns: dict[str, str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for column, text in columns.items():
        name, _, language = column.rpartition("_")
        if name not in languages.UNREAD:
            found.setdefault(language, {})[name] = text
    return found
