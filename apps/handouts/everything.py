"""Every picture of now, in every language of its own."""

from collections.abc import Iterator

from apps.guide.models import Entry, Topic
from apps.handouts import pictures, saying
from apps.handouts.cards import SHAPES
from apps.handouts.pictures import Picture
from apps.handouts.saying import Said
from apps.translations import languages
from apps.translations.worded import InLanguage


def said() -> Iterator[Said]:
    """What each thing says in the languages that it really exists in."""
    for language in languages.OWN_NAMES:
        topics = Topic.objects.in_language(language).with_entries()
        entries = Entry.objects.published().summarised_in(language)
        yield saying.site(language)
        for thing in [*topics, *entries]:
            worded = InLanguage(thing, language)
            if worded.language == language:
                yield saying.of(worded)


def cards() -> Iterator[Picture]:
    for one in said():
        for shape in SHAPES:
            yield pictures.of(one, shape)
