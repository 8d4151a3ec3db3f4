"""From the content folder to the database, as often as wanted, never over an editor's change."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models as django_models
from django.db import transaction

from apps.guide import addresses, models
from apps.guide.loading import content_files, wordings
from apps.guide.loading.tables import ENTRIES, TABLES, Table
from apps.translations import checks, files
from apps.translations.files import ContentError
from apps.translations.shipped import ID, Shipped, ship, ship_links
from apps.translations.writing import held

FOLDER = Path(__file__).resolve().parents[1] / "content"

Linked = dict[str, list[django_models.Model]]
Texts = Mapping[str, Mapping[str, Any]]


@transaction.atomic
def load() -> list[str]:
    """Load everything or nothing; return what was left as an editor has it."""
    texts = content_files.texts(FOLDER / "texts")
    kept = [line for plural in TABLES for line in _table(FOLDER / f"{plural}.toml", TABLES[plural], texts[plural])]
    kept += _entries(FOLDER / "entries")
    models_by_kind = {table.kind: table.model for table in (*TABLES.values(), ENTRIES)}
    checks.apply([thing for model in models_by_kind.values() for thing in model.objects.all()], models_by_kind)
    return kept


def _table(file: Path, table: Table, texts: Texts) -> list[str]:
    known = _known(table.model, *table.links)
    codes = _codes() if table.links else {}
    kept: list[str] = []
    for name, values in content_files.worded_tables(file, table, texts).items():
        place = f"{file.name} [{name}]"
        files.fields(place, values, table.required, [*texts[name], *table.optional, *table.for_others])
        links = {link: _named(place, codes, values[link]) for link in table.links}
        thing = known.get(name) or table.model(**{table.key: name})
        kept += _shipped(f"{table.kind} {name}", thing, _cleaned(place, thing, table.own(values)), links, name)
    return kept


def _entries(folder: Path) -> list[str]:
    about = {place.name: _about(place) for place in sorted(folder.iterdir()) if place.is_dir()}
    topics = {topic.known_as: topic for topic in models.Topic.objects.all()}
    known = _known(models.Entry, "sources", "related")
    codes, more = _codes(), wordings.read(folder.parent / "wordings", about)
    kept: list[str] = []
    for slug, values in about.items():
        place = f"entries/{slug}/about.toml"
        topic = _named(place, topics, [values["topic"]])[0]
        links = {"sources": _named(place, codes, values["sources"])}
        entry = known.setdefault(slug, models.Entry(slug=slug))
        own = _cleaned(place, entry, ENTRIES.own(values))
        own |= _cleaned(f"entries/{slug}", entry, content_files.entry_texts(folder / slug, more))
        kept += _shipped(f"entry {slug}", entry, {"topic_id": topic.pk, **own}, links, slug)
    for slug, values in about.items():
        related = _named(f"entries/{slug}/about.toml", known, values["related"])
        kept += [f"entry {slug}: {name}" for name in ship_links(known[slug], "related", related)]
    return kept


def _known(model: Any, *links: str) -> dict[str, Any]:
    """Everything by the name it came with; what was renamed before names were kept is found by its old address."""
    things = list(held(model.objects.prefetch_related(*links)))
    by_pk = {thing.pk: thing for thing in things if ID not in thing.shipped}
    old = addresses.OldAddress.objects.filter(kind=model._meta.model_name, object_id__in=by_pk)
    once = {address.slug: by_pk[address.object_id] for address in old}
    return once | {thing.known_as: thing for thing in things}


def _about(place: Path) -> dict[str, Any]:
    content_files.named(f"entries/{place.name}", place.name, ENTRIES.naming)
    values = files.table(place / "about.toml")
    return files.fields(f"entries/{place.name}/about.toml", values, ENTRIES.required, ENTRIES.optional)


def _codes() -> dict[str, models.Source]:
    return {source.known_as: source for source in models.Source.objects.only("pk", "code", "shipped")}


def _named(place: str, known: Mapping[str, Any], names: list[Any]) -> list[Any]:
    if unknown := [str(name) for name in names if not isinstance(name, str) or name not in known]:
        raise ContentError(f"{place} names {', '.join(unknown)}, which is not there. Correct the name or add it.")
    return [known[name] for name in names]


def _shipped(what: str, thing: Shipped, values: dict[str, Any], links: Linked, known_as: str) -> list[str]:
    try:
        kept = ship(thing, values, known_as)
    except ValidationError as error:
        raise ContentError(f"{what}: {' '.join(error.messages)}") from None
    for name, others in links.items():
        kept += ship_links(thing, name, others)
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
