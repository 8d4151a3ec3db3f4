from dataclasses import dataclass

from apps.translations.templatetags.dates import partial_day
from apps.translations.worded import InLanguage


@dataclass(frozen=True)
class Citation:
    """A source as a page cites it, in plain texts."""

    code: str
    address: str
    publisher: str
    about: str  # when it was published, and whose word it is
    says: str
    language: str


def cited(source: InLanguage) -> Citation:
    thing = source.thing
    note = f" ({thing.get_date_note_display()})" if thing.date_note else ""
    about = f"{partial_day(thing.date)}{note}. {thing.whose_word()}."
    return Citation(thing.code, thing.address, source.publisher, about, source.says, source.language)
