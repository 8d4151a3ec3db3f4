"""What people ask about that is no entry of the guide, and the events of the self-check beside the entries."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from apps.amina import current
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


def event(slug: str) -> str:
    """The event of the self-check that an entry is about, or nothing."""
    name = _table("events").get(slug, "")
    question = current.rulebook().questions.get(name)
    return name if question is not None and question.kind == "yes_no" else ""


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
