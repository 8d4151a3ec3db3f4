"""What the pages of house style call wrong, counted by the patterns of content/style/kinds.toml in a tree of texts."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from apps.guide.loading import content

STYLE = content.FOLDER / "style" / "kinds.toml"
PLACES = ("entries/*/{code}.md", "texts/{code}.toml", "phrases/{code}.toml")

Places = list[tuple[str, str]]


def kinds() -> dict[str, dict[str, str]]:
    return tomllib.loads(STYLE.read_text("utf-8"))


def found(root: Path, code: str, pattern: str) -> Places:
    """Return where the texts of a language below a folder are written so, with the words around it."""
    wrong = re.compile(pattern)
    return [(name, _around(text, match)) for name, text in _texts(root, code) for match in wrong.finditer(text)]


def _texts(root: Path, code: str) -> Iterator[tuple[str, str]]:
    for place in PLACES:
        for file in sorted(root.glob(f"**/{place.format(code=code)}")):
            # The other ways people ask are their words, not ours: they stand after the second line.
            parts = file.read_text("utf-8").split("\n---\n")
            yield str(file.relative_to(root)), "\n".join(parts[:2])


def _around(text: str, match: re.Match[str]) -> str:
    return " ".join(text[max(0, match.start() - 40) : match.end() + 30].split())
