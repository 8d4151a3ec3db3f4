"""What is searched, as plain texts; who calls decides where they come from."""

from dataclasses import dataclass

# How much a word counts where it stands; the same question in Russian helps those who mix the two languages.
FIELDS = {"title": 3, "asked": 3, "short": 1, "title_ru": 2, "asked_ru": 2}


@dataclass(frozen=True)
class Document:
    """A thing that can be found: its id and its texts by field.

    A *matter* is no thing to show but a subject that people ask about, with its kind: what is found for it are the
    documents it leads to.
    """

    id: str
    texts: dict[str, str]
    kind: str = ""
    leads: tuple[str, ...] = ()
