"""What a field of a text and its value are called before people: no column, no code, no id."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from apps.editing import known, texts
from apps.guide.models import Source
from apps.translations import languages


def field(model: type[Model], name: str) -> str:
    """What a column is called; a translated one without its language.

    >>> from apps.guide.models import Entry
    >>> field(Entry, "title_ky") == field(Entry, "title_ru") == field(Entry, "title")
    True
    """
    stem = stem_of(model, name)
    return str(model._meta.get_field(stem).verbose_name)  # type: ignore[union-attr]  # no reverse relation is ever named


def language(model: type[Model], name: str) -> str:
    """The language of a translated column, or nothing."""
    return name.removeprefix(f"{stem_of(model, name)}_") if stem_of(model, name) != name else ""


def stem_of(model: type[Model], name: str) -> str:
    stem, _sep, code = name.rpartition("_")
    return stem if code in languages.CODES and stem in languages.translated_fields(model) else name


def value(model: type[Model], name: str, said: Any) -> str:
    """Say the value of a field, as the database or a proposal keeps it."""
    known_as: Any = model._meta.get_field(name)
    if said is None or said == "":
        return ""
    if name in SPECIAL:
        return ", ".join(SPECIAL[name](said))
    if known_as.is_relation:
        return ", ".join(_titles(known_as.related_model, said if isinstance(said, list) else [said]))
    if isinstance(said, bool):
        return _("yes") if said else _("no")
    if known_as.get_internal_type() == "DateField":
        return date_format(said if isinstance(said, date) else date.fromisoformat(said), "DATE_FORMAT")
    if isinstance(said, list):
        return ", ".join(map(str, said))
    return str(dict(known_as.flatchoices).get(said, said))


def _titles(model: Any, pks: Iterable[int]) -> list[str]:
    names = texts.TITLES[model._meta.model_name]
    return [", ".join(filter(None, row)) for row in model.objects.filter(pk__in=pks).values_list(*names)]


def _sources(codes: Iterable[str]) -> list[str]:
    """Sources by publisher and date; one that is gone by the name it had."""
    found = {source.code: f"{source.publisher_ru}, {source.date}" for source in Source.objects.filter(code__in=codes)}
    return [found.get(code, code) for code in codes]


def _steps(ids: Iterable[str]) -> list[str]:
    titles = dict(known.steps())
    return [titles.get(id, id) for id in ids]


def _languages(codes: Iterable[str]) -> list[str]:
    return [languages.OWN_NAMES.get(code, code) for code in codes]


SPECIAL: dict[str, Callable[[Any], list[str]]] = {
    "cites": _sources,
    "steps": _steps,
    "withheld": _languages,
    "event": lambda id: [dict(known.events()).get(id, id)],
}
