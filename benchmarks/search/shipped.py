"""The guide as it is shipped, without a database: the documents that are searched."""

from collections.abc import Iterator
from types import SimpleNamespace

from apps.finding import entries, subjects
from apps.guide.loading import content_files, wordings
from apps.guide.loading.content import FOLDER
from apps.search import Document


def rows() -> list[SimpleNamespace]:
    places = sorted(place for place in (FOLDER / "entries").iterdir() if place.is_dir())
    more = wordings.read(FOLDER / "wordings", [place.name for place in places])
    return [SimpleNamespace(slug=place.name, **content_files.entry_texts(place, more)) for place in places]


def documents(language: str, found: list[SimpleNamespace]) -> Iterator[Document]:
    yield from entries.documents(found, language)
    yield from subjects.matters(language)
