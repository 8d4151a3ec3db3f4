"""The hashes of every text that ships, as the states of translations know them."""

from apps.amina import phrase_files
from apps.guide.loading import content, shipped_texts
from apps.translations import languages, states


def read() -> dict[str, dict[str, str]]:
    """Return name of a record → language → hash, for the languages each thing is complete in."""
    texts = shipped_texts.read(content.FOLDER)
    for language, words in phrase_files.read().items():
        for key, text in words.items():
            texts.setdefault(f"phrase:{key}", {})[language] = {"text": text}
    return {name: _hashes(by_language) for name, by_language in texts.items()}


def _hashes(by_language: dict[str, dict[str, str]]) -> dict[str, str]:
    needed = {name for name, text in by_language.get(languages.ORIGINAL, {}).items() if text}
    return {
        code: states.text_hash(texts)
        for code, texts in by_language.items()
        if needed and all(texts.get(name) for name in needed)
    }
