"""Every picture of now, in every language of its own."""

from collections.abc import Iterator

from apps.handouts import pictures
from apps.handouts.cards import SHAPES
from apps.handouts.kinds import KINDS
from apps.handouts.pictures import Picture
from apps.handouts.saying import Said
from apps.translations import languages


def said() -> Iterator[Said]:
    """What each thing says in the languages that it really exists in."""
    for language in languages.OWN_NAMES:
        for kind in KINDS.values():
            yield from kind.every(language)


def cards() -> Iterator[Picture]:
    for one in said():
        for shape in SHAPES:
            yield pictures.of(one, shape)
