"""Searching in the lists of the desk: all texts, all languages, no difference between small and large letters anywhere."""

from typing import Any

from django.db.models import CharField, JSONField, QuerySet, TextField
from django.http import HttpRequest

from apps.editing.typed import AnyModelAdmin
from apps.translations import gate, languages
from apps.translations.worded import Worded


def folded(value: Any) -> str:
    """What SQLite's own search cannot do: ignore case in Cyrillic, Armenian and Georgian.

    >>> folded("ЁЛКА «Амина»")
    'елка «амина»'
    """
    return str(gate.clean(str(value if value is not None else ""))).casefold().replace("ё", "е")


def matching(things: QuerySet[Any], term: str, names: list[str]) -> list[int]:
    """Return which of these hold every word of a term somewhere in these fields."""
    words = folded(term).split()
    rows = things.order_by().values_list("pk", *names)
    return [pk for pk, *values in rows if _holds(" ".join(map(folded, values)), words)]


def fields_of(model: type[Any]) -> list[str]:
    """Every column that an editor can read: texts in all languages, names, lists of facts."""
    bare = languages.translated_fields(model) if issubclass(model, Worded) else []
    hidden = {"hashes", "languages", "shipped", *bare}
    kinds = (CharField, TextField, JSONField)
    return [
        field.name for field in model._meta.concrete_fields if isinstance(field, kinds) and field.name not in hidden
    ]


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


class FoldedSearch(AnyModelAdmin):
    """`also` names what is searched beyond the thing's own columns."""

    also: tuple[str, ...] = ()

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        return [*fields_of(self.model), *self.also]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if not folded(search_term):
            return queryset, False
        found = matching(queryset, search_term, self.get_search_fields(request))
        return queryset.filter(pk__in=found), False
