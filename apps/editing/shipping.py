"""The texts that ship, and their hashes as the states of translations know them."""

from apps.amina import phrase_files
from apps.guide.loading import content, shipped_texts
from apps.guide.loading.shipped_texts import Texts
from apps.translations import languages, states


def texts() -> Texts:
    """Return name of a record → language → field → text, of everything that ships and readers see."""
    found = shipped_texts.read(content.FOLDER)
    for language, phrases in phrase_files.read().items():
        for key, text in phrases.items():
            found.setdefault(f"phrase:{key}", {})[language] = {"text": text}
    return found


def hashes() -> dict[str, dict[str, str]]:
    """Return name of a record → language → hash, for the languages each thing is complete in."""
    return {name: _hashes(by_language) for name, by_language in texts().items()}


def _hashes(by_language: dict[str, dict[str, str]]) -> dict[str, str]:
    needed = {name for name, text in by_language.get(languages.ORIGINAL, {}).items() if text}
    return {
        code: states.text_hash(said)
        for code, said in by_language.items()
        if needed and all(said.get(name) for name in needed)
    }
