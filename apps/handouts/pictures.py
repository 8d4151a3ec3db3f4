"""Pictures by addresses that name what they show: each is painted once, and kept as long as somebody may ask for it."""

import hashlib
import os
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from apps.handouts import cards, kinds, painting, short
from apps.handouts.cards import SHAPES, Shape
from apps.handouts.saying import Said

PAINTERS = ("cards.py", "painting.py", "typesetting.py")
A_MONTH = 30 * 86_400


@dataclass(frozen=True)
class Picture:
    said: Said
    shape: Shape

    @property
    def name(self) -> str:
        """A hash of what is written on it and of how it is painted."""
        told = repr((self.said, self.shape, painter()))
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    @property
    def path(self) -> str:
        """Where it stands, and where it is kept."""
        kind, slug = self.said.path[1:].split("/") if self.said.path != short.HOME else (kinds.SITE, kinds.SITE)
        return reverse("picture", args=[self.said.language, kind, slug, self.shape.name, self.name])

    @property
    def alt(self) -> str:
        return self.said.title

    def kept(self) -> bytes:
        """The picture, painted now if it never was."""
        found = on_disk(self.path)
        if found is None:
            found = painting.png(self.said, self.shape)
            _keep(self.path, found)
        return found


def of(said: Said, shape: str) -> Picture:
    return Picture(said, SHAPES[shape])


def current(language: str, kind: str, slug: str, shape: str) -> Picture | None:
    """What this thing's picture shows now, or nothing where there is no such thing."""
    said = kinds.one(kind, slug, language)
    return of(said, shape) if said else None


def on_disk(path: str) -> bytes | None:
    try:
        return _place(path).read_bytes()
    except OSError:
        return None


def _place(path: str) -> Path:
    return Path(settings.PUBLISHED_ROOT) / "pictures" / path.lstrip("/")


def _keep(path: str, body: bytes) -> None:
    place = _place(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f"{place.name}.{os.getpid()}")
    new.write_bytes(body)
    new.replace(place)


def sweep(wanted: set[str]) -> None:
    """Forget pictures of older words, which lead to those of now where somebody still asks for them."""
    for file in _place("").rglob("*.png"):
        if f"/{file.relative_to(_place(''))}" not in wanted and file.stat().st_mtime < time.time() - A_MONTH:
            file.unlink(missing_ok=True)


@cache
def painter() -> str:
    """What the pictures are painted with: another way to paint is another address."""
    here = Path(cards.__file__).parent
    return hashlib.sha256(b"".join((here / name).read_bytes() for name in PAINTERS)).hexdigest()
