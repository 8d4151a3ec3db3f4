"""What somebody who passes things on has chosen: languages for a sheet; answers, languages and a day for a file."""

from collections.abc import Iterable, Iterator

from apps.amina import current
from apps.amina.phrasebook import phrasebook_in
from apps.guide.models import Entry, Topic
from apps.handouts import kinds, saying, short
from apps.handouts.saying import Said
from apps.translations import languages
from apps.translations.worded import InLanguage

ON_A_SHEET = 4
IN_A_FILE = 48  # answers times languages
MOST_READ = ("ru", "uz", "tg", "ky")


def sheet_languages(own: str, others: Iterable[str]) -> list[str]:
    """The page's language and up to three others that exist, each once."""
    known = [code for code in others if code in languages.OWN_NAMES]
    return list(dict.fromkeys([own, *known]))[:ON_A_SHEET]


def often(own: str) -> list[str]:
    """The languages that most of those who come to work here read, beside the page's own."""
    return [code for code in MOST_READ if code != own][: ON_A_SHEET - 1]


def second_language(own: str, asked: str) -> str:
    """For a text in two: what was asked for, or the one that most others read."""
    return asked if asked in languages.OWN_NAMES and asked != own else often(own)[0]


def on_a_sheet(kind: str, slug: str, codes: Iterable[str]) -> list[Said]:
    """What a thing says in each of these languages; a language that it lacks is left out where others are there."""
    found = [kinds.one(kind, slug, code) for code in codes]
    return list({one.language: one for one in found if one}.values())


def in_a_file(slugs: Iterable[str], codes: Iterable[str]) -> Iterator[tuple[str, list[Said]]]:
    """Each chosen answer in those of the chosen languages that it has."""
    known = [code for code in languages.OWN_NAMES if code in codes]
    for entry in Entry.objects.published().filter(slug__in=list(slugs)).order_by("topic__position", "position"):
        worded = [InLanguage(entry, code) for code in known]
        yield entry.slug, [saying.of(one) for one, code in zip(worded, known, strict=True) if one.language == code]


def entries_of(topic: Topic, language: str) -> list[InLanguage]:
    found = Entry.objects.published().filter(topic=topic).titled_in(language).order_by("position")
    return [InLanguage(entry, language) for entry in found]


def events(language: str) -> list[tuple[str, str]]:
    """What may have happened, by its short address and in words."""
    phrases = phrasebook_in(language)
    questions = current.rulebook().questions.values()
    found = [question.id for question in questions if question.screen == "events" and question.kind == "yes_no"]
    return [(short.event(id), phrases.text(f"questions.{id}.label")) for id in found]
