"""Which pages come first when something has changed. Only the order follows from it: in the end all are made anew."""

from collections import defaultdict
from typing import Any

from apps.amina.models import Phrase, ReCheck
from apps.guide.models import Contact, Entry, Source, Topic
from apps.offline.content import LINKS, THINGS
from apps.translations.models import TranslationState

# What the pages that show a thing have in their text, or in their address.
IN_TEXT: dict[type[Any], str] = {Entry: "/q/{slug}/", Topic: "/topics/{slug}/", Source: "{code}"}
IN_ADDRESS: dict[type[Any], str] = {Contact: "/contacts/", Phrase: "/check/", ReCheck: "/check/"}
ROWS: list[type[Any]] = [*THINGS, ReCheck]


class Rows:
    """Every row as it was last seen, to tell which have changed."""

    def __init__(self) -> None:
        self.seen = _seen()

    def changed(self) -> "Signs":
        before, self.seen = self.seen, _seen()
        return Signs({sign for _, sign in before ^ self.seen})


class Signs:
    """By what the pages are known that show something of what has changed."""

    def __init__(self, signs: set[str]) -> None:
        self.in_text = [sign.encode() for sign in signs - set(IN_ADDRESS.values())]
        self.in_address = signs & set(IN_ADDRESS.values())

    def on(self, address: str, text: bytes) -> bool:
        return any(sign in address for sign in self.in_address) or any(sign in text for sign in self.in_text)


def _seen() -> set[tuple[int, str]]:
    """Each row with what belongs to it, as a hash, and its sign."""
    beside: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for kind, id, *rest in TranslationState.objects.order_by("pk").values_list(
        "kind", "object_id", "language", "claims"
    ):
        beside[kind, id].append(rest)
    for link in LINKS:
        for _, id, other in link._default_manager.order_by("pk").values_list():
            beside[link.__name__.partition("_")[0].lower(), id].append(other)
    return {
        (hash(repr((row, beside.get((str(model._meta.model_name), row["id"]))))), _sign(model, row))
        for model in ROWS
        for row in model._default_manager.order_by("pk").values(
            *(field.attname for field in model._meta.concrete_fields)
        )
    }


def _sign(model: type[Any], row: dict[str, Any]) -> str:
    return IN_ADDRESS.get(model) or IN_TEXT[model].format(**row)
