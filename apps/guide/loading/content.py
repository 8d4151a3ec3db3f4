"""From the content folder to the database, as often as wanted, never over an editor's change."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models as django_models
from django.db import transaction

from apps.guide import models
from apps.guide.loading import content_files
from apps.translations import checks, files
from apps.translations.files import ContentError
from apps.translations.shipped import Shipped, ship, ship_links
from apps.translations.writing import held

FOLDER = Path(__file__).resolve().parents[1] / "content"
ABOUT = ("topic", "position", "certainty", "facts", "sources", "checked_on", "most_asked", "related", "steps")

KINDS: dict[str, Any] = {
    "topic": models.Topic,
    "source": models.Source,
    "contact": models.Contact,
    "entry": models.Entry,
}
# What stands of a contact beside its words.
CONTACT = [
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
]
Linked = dict[str, list[django_models.Model]]
Texts = Mapping[str, Mapping[str, Any]]


@transaction.atomic
def load() -> list[str]:
    """Load everything or nothing; return what was left as an editor has it."""
    words = content_files.words(FOLDER / "texts")
    sources, topics = _sources(FOLDER, words["sources"]), _topics(FOLDER, words["topics"])
    kept = [*sources, *topics, *_contacts(FOLDER, words["contacts"]), *_entries(FOLDER)]
    checks.apply([thing for model in KINDS.values() for thing in model.objects.all()], KINDS)
    return kept


def _topics(folder: Path, words: Texts) -> list[str]:
    known = {topic.slug: topic for topic in held(models.Topic.objects.all())}
    kept: list[str] = []
    for slug, values in content_files.worded_tables(
        folder / "topics.toml", content_files.SLUG, words, "title_ru"
    ).items():
        place = f"topics.toml [{slug}]"
        files.fields(place, values, ["position"], words[slug])
        topic = known.get(slug) or models.Topic(slug=slug)
        kept += _shipped(f"topic {slug}", topic, _cleaned(place, topic, values))
    return kept


def _sources(folder: Path, words: Texts) -> list[str]:
    known = {source.code: source for source in held(models.Source.objects.all())}
    kept: list[str] = []
    for code, values in content_files.worded_tables(
        folder / "sources.toml", content_files.CODE, words, "publisher_ru"
    ).items():
        required = ["kind", "relayed", "date", "address", "facts"]
        place = f"sources.toml [{code}]"
        files.fields(place, values, required, [*words[code], "date_note", "publisher"])
        values = {name: value for name, value in values.items() if name != "publisher"}
        source = known.get(code) or models.Source(code=code)
        kept += _shipped(f"source {code}", source, _cleaned(place, source, values))
    return kept


def _contacts(folder: Path, words: Texts) -> list[str]:
    known = {contact.slug: contact for contact in held(models.Contact.objects.prefetch_related("sources"))}
    kept: list[str] = []
    for slug, values in content_files.worded_tables(
        folder / "contacts.toml", content_files.SLUG, words, "name_ru"
    ).items():
        place = f"contacts.toml [{slug}]"
        values = dict(files.fields(place, values, CONTACT, words[slug]))
        links = {"sources": _named(place, _codes(), values.pop("sources"))}
        contact = known.get(slug) or models.Contact(slug=slug)
        kept += _shipped(f"contact {slug}", contact, _cleaned(place, contact, values), links)
    return kept


def _entries(folder: Path) -> list[str]:
    about = {place.name: _about(place) for place in sorted((folder / "entries").iterdir()) if place.is_dir()}
    topics = {topic.slug: topic for topic in models.Topic.objects.all()}
    known = {entry.slug: entry for entry in held(models.Entry.objects.prefetch_related("sources", "related"))}
    codes = _codes()
    kept: list[str] = []
    for slug, values in about.items():
        place = f"entries/{slug}/about.toml"
        topic = _named(place, topics, [values["topic"]])[0]
        own = {name: value for name, value in values.items() if name not in ("sources", "related", "topic")}
        links = {"sources": _named(place, codes, values["sources"])}
        entry = known.get(slug) or models.Entry(slug=slug)
        own = _cleaned(place, entry, own) | _cleaned(
            f"entries/{slug}", entry, content_files.texts(folder / "entries" / slug)
        )
        kept += _shipped(f"entry {slug}", entry, {"topic_id": topic.pk, **own}, links)
        known[slug] = entry
    for slug, values in about.items():
        related = _named(f"entries/{slug}/about.toml", known, values["related"])
        kept += [f"entry {slug}: {name}" for name in ship_links(known[slug], "related", related)]
    return kept


def _about(place: Path) -> dict[str, Any]:
    content_files.named(f"entries/{place.name}", place.name, content_files.SLUG)
    return files.fields(f"entries/{place.name}/about.toml", files.table(place / "about.toml"), ABOUT, ["changed_on"])


def _codes() -> dict[str, models.Source]:
    return {source.code: source for source in models.Source.objects.only("pk", "code")}


def _named(place: str, known: Mapping[str, Any], names: list[Any]) -> list[Any]:
    if unknown := [str(name) for name in names if not isinstance(name, str) or name not in known]:
        raise ContentError(f"{place} names {', '.join(unknown)}, which is not there. Correct the name or add it.")
    return [known[name] for name in names]


def _shipped(what: str, thing: Shipped, values: dict[str, Any], links: Linked | None = None) -> list[str]:
    kept = ship(thing, values)
    for name, targets in (links or {}).items():
        kept += ship_links(thing, name, targets)
    return [f"{what}: {name}" for name in kept]


def _cleaned(place: str, thing: Shipped, values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _clean(f"{place}: {name}", thing._meta.get_field(name), value, thing) for name, value in values.items()
    }


def _clean(place: str, field: Any, value: Any, thing: Shipped) -> Any:
    try:
        return field.clean(value, thing)
    except ValidationError as error:
        raise ContentError(f"{place}: {' '.join(error.messages)} Correct it.") from None
    except TypeError:
        raise ContentError(f"{place}: {value!r} cannot be read. Correct it.") from None
