"""From the content folder to the database, as often as wanted, never over an editor's change."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models as django_models
from django.db import transaction

from apps.guide import models
from apps.guide.loading import files
from apps.guide.loading.files import ContentError
from apps.guide.shipped import Shipped, ship, ship_links

FOLDER = Path(__file__).resolve().parents[1] / "content"
ABOUT = ("topic", "position", "certainty", "facts", "sources", "checked_on", "most_asked", "related", "steps")

Kept = Iterator[str]
Linked = dict[str, list[django_models.Model]]


@transaction.atomic
def load() -> list[str]:
    """Load everything or nothing; return what was left as an editor has it."""
    sources, topics = _sources(FOLDER), _topics(FOLDER)
    return [*sources, *topics, *_contacts(FOLDER), *_entries(FOLDER)]


def _topics(folder: Path) -> list[str]:
    known = {topic.slug: topic for topic in models.Topic.objects.all()}
    kept: list[str] = []
    for slug, values in files.table(folder / "topics.toml").items():
        files.fields(f"topics.toml [{slug}]", values, ["position", "title_ru"], files.translated("title", "summary"))
        kept += _shipped(f"topic {slug}", known.get(slug) or models.Topic(slug=slug), values)
    return kept


def _sources(folder: Path) -> list[str]:
    known = {source.code: source for source in models.Source.objects.all()}
    kept: list[str] = []
    for code, values in files.table(folder / "sources.toml").items():
        allowed = [*files.translated("publisher", "says"), "date_note"]
        required = ["publisher_ru", "kind", "relayed", "date", "address", "facts"]
        files.fields(f"sources.toml [{code}]", values, required, allowed)
        kept += _shipped(f"source {code}", known.get(code) or models.Source(code=code), values)
    return kept


def _contacts(folder: Path) -> list[str]:
    known = {contact.slug: contact for contact in models.Contact.objects.prefetch_related("sources")}
    required = [
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
        "name_ru",
    ]
    kept: list[str] = []
    for slug, values in files.table(folder / "contacts.toml").items():
        place = f"contacts.toml [{slug}]"
        values = dict(files.fields(place, values, required, files.translated("name", "note")))
        links = {"sources": _named(place, _codes(), values.pop("sources"))}
        kept += _shipped(f"contact {slug}", known.get(slug) or models.Contact(slug=slug), values, links)
    return kept


def _entries(folder: Path) -> list[str]:
    about = {place.name: _about(place) for place in sorted((folder / "entries").iterdir()) if place.is_dir()}
    topics = {topic.slug: topic for topic in models.Topic.objects.all()}
    known = {entry.slug: entry for entry in models.Entry.objects.prefetch_related("sources", "related")}
    codes = _codes()
    kept: list[str] = []
    for slug, values in about.items():
        place = f"entries/{slug}/about.toml"
        topic = _named(place, topics, [values["topic"]])[0]
        own = {name: value for name, value in values.items() if name not in ("sources", "related", "topic")}
        links = {"sources": _named(place, codes, values["sources"])}
        entry = known.get(slug) or models.Entry(slug=slug)
        kept += _shipped(
            f"entry {slug}", entry, {"topic_id": topic.pk, **own, **files.texts(folder / "entries" / slug)}, links
        )
        known[slug] = entry
    for slug, values in about.items():
        related = _named(f"entries/{slug}/about.toml", known, values["related"])
        kept += [f"entry {slug}: {name}" for name in ship_links(known[slug], "related", related)]
    return kept


def _about(place: Path) -> dict[str, Any]:
    return files.fields(f"entries/{place.name}/about.toml", files.table(place / "about.toml"), ABOUT, [])


def _codes() -> dict[str, models.Source]:
    return {source.code: source for source in models.Source.objects.only("pk", "code")}


def _named(place: str, known: Mapping[str, Any], names: list[str]) -> list[Any]:
    if unknown := [name for name in names if name not in known]:
        raise ContentError(f"{place} names {', '.join(unknown)}, which is not there. Correct the name or add it.")
    return [known[name] for name in names]


def _shipped(what: str, thing: Shipped, values: dict[str, Any], links: Linked | None = None) -> list[str]:
    try:
        _choices(thing, values)
        kept = ship(thing, values)
    except ValidationError as error:
        raise ContentError(f"{what}: {'; '.join(error.messages)}") from None
    for name, targets in (links or {}).items():
        kept += ship_links(thing, name, targets)
    return [f"{what}: {name}" for name in kept]


def _choices(thing: Shipped, values: dict[str, Any]) -> None:
    for name, value in values.items():
        field: Any = thing._meta.get_field(name)
        if isinstance(value, str) and value:
            field.clean(value, thing)
