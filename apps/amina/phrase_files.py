"""The phrases as they ship, one file per language."""

from pathlib import Path

from apps.rules import RulebookError
from apps.rules.saying import read_phrases
from apps.translations import languages
from apps.translations.files import ContentError

FOLDER = Path(__file__).parent / "phrases"


def read() -> dict[str, dict[str, str]]:
    """Return the phrases of every language that has a file, by key."""
    files = {code: FOLDER / f"{code}.toml" for code in languages.CODES}
    return {code: _read(file) for code, file in files.items() if file.exists()}


def _read(file: Path) -> dict[str, str]:
    try:
        return read_phrases(file)
    except RulebookError as error:
        raise ContentError(str(error)) from None
