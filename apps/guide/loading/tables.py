"""Which columns of a thing stand in its file beside the texts: the loader reads them, the exporter writes them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from apps.guide import models
from apps.translations import languages

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CODE = re.compile(r"[A-Z0-9_]+")


@dataclass(frozen=True)
class Table:
    model: Any
    naming: re.Pattern[str]
    fields: tuple[str, ...]
    key: str = "slug"
    optional: tuple[str, ...] = ()
    links: tuple[str, ...] = ()  # those of the fields that name other things
    for_others: tuple[str, ...] = ()  # what only the rules library reads

    @property
    def kind(self) -> str:
        return str(self.model._meta.model_name)

    @property
    def texts(self) -> list[str]:
        return languages.translated_fields(self.model)

    @property
    def required(self) -> list[str]:
        return [name for name in self.fields if name not in self.optional]

    def own(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """What of a file's values goes into the thing's own columns."""
        return {name: value for name, value in values.items() if name not in (*self.links, *self.for_others)}


SOURCE = ("kind", "relayed", "date", "date_note", "address", "facts")
CONTACT = (
    "position",
    "kind",
    "phone",
    "phone_display",
    "address_ru",
    "site",
    "facts",
    "sources",
    "certainty",
    "checked_on",
)
ENTRY = (
    "topic",
    "position",
    "certainty",
    "facts",
    "sources",
    "checked_on",
    "most_asked",
    "related",
    "steps",
    "event",
    "changed_on",
)

TABLES = {
    "topics": Table(models.Topic, SLUG, ("position", "slug"), optional=("slug",)),
    "sources": Table(models.Source, CODE, SOURCE, key="code", optional=("date_note",), for_others=("publisher",)),
    "contacts": Table(models.Contact, SLUG, (*CONTACT, "slug"), optional=("slug",), links=("sources",)),
}
# An entry has a folder of its own.
ENTRIES = Table(
    models.Entry,
    SLUG,
    (*ENTRY, "slug"),
    optional=("event", "changed_on", "slug"),
    links=("sources", "related", "topic"),
)
