"""A page of short texts, each with its Russian, for a reviewer who ticks what says the same."""

from dataclasses import dataclass
from typing import Any

from apps.editing.queue import Place
from apps.translations import languages, states

PER_PAGE = 20


@dataclass(frozen=True)
class Line:
    sign: str
    name: str
    address: str
    russian: list[str]
    text: list[str]


def page(found: list[tuple[Place, Any]], language: str, after: str) -> dict[str, Any]:
    """Return the texts behind the last one that was shown; behind the last of all it begins anew."""
    signs = [_name(place) for place, _thing in found]
    start = signs.index(after) + 1 if after in signs else _where(found, after)
    shown = found[start : start + PER_PAGE] or found[:PER_PAGE]
    return {
        "lines": [_line(place, thing, language) for place, thing in shown],
        "last": _name(shown[-1][0]) if shown else "",
        "left": len(found),
        "language": language,
        "language_name": languages.OWN_NAMES[language],
    }


def _where(found: list[tuple[Place, Any]], after: str) -> int:
    """The place of a text that is not there any more: it has been reviewed."""
    kind, _sep, pk = after.partition(":")
    number = int(pk) if pk.isdecimal() else 0
    same = [at for at, (place, _thing) in enumerate(found) if place.kind == kind and place.pk > number]
    behind = [at for at, (place, _thing) in enumerate(found) if place.kind == kind]
    return same[0] if same else behind[-1] + 1 if behind else 0


def _name(place: Place) -> str:
    return f"{place.kind}:{place.pk}"


def _line(place: Place, thing: Any, language: str) -> Line:
    russian, said = states.texts(thing, languages.ORIGINAL), states.texts(thing, language)
    names = [name for name, text in russian.items() if text]
    address = f"/admin/{thing._meta.app_label}/{place.kind}/{place.pk}/change/?translate_to={language}"
    return Line(
        place.sign,
        str(thing._meta.verbose_name),
        address,
        *([text[name] for name in names] for text in (russian, said)),
    )
