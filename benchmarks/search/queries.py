"""The labelled questions: a file of each writer, and a third of them set aside by their hash before any tuning."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "apps/search/tests/queries"
SHORT = 4  # words


@dataclass(frozen=True)
class Query:
    writer: str
    language: str
    text: str
    slugs: tuple[str, ...]

    @property
    def aside(self) -> bool:
        return hashlib.sha256(f"{self.language} {self.text}".encode()).digest()[0] % 3 == 0

    @property
    def short(self) -> bool:
        return len(self.text.split()) <= SHORT


def every() -> list[Query]:
    return [
        Query(file.stem, language, text, tuple(slugs))
        for file in sorted(FOLDER.glob("*.toml"))
        for language, table in tomllib.loads(file.read_text("utf-8")).items()
        for text, slugs in table.items()
    ]
