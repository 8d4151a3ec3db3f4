"""What people ask about that is no entry of the guide."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from apps.search import Document
from apps.translations import languages

FOLDER = Path(__file__).parent / "content"


def matters(language: str) -> Iterator[Document]:
    """The matters with their wordings in this language, and lightly those in Russian."""
    own, original = _table(f"matters/{language}"), _table(f"matters/{languages.ORIGINAL}")
    for kind, things in _table("matters").items():
        for name, leads in things.items():
            texts = {"asked": own.get(name, "")}
            if language != languages.ORIGINAL:
                texts["asked_ru"] = original[name]
            yield Document(f"{kind}:{name}", texts, kind, tuple(leads))


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
