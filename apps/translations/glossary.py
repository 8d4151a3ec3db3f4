"""The terms that are the same wherever they occur, each language's word for them, and where a text lacks one."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from apps.translations import languages

FOLDER = Path(__file__).parent / "content" / "glossary"


@dataclass(frozen=True)
class Equivalent:
    """A language's word for a term, and the patterns of its forms."""

    word: str
    forms: tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class Term:
    id: str
    russian: str
    found: re.Pattern[str]
    equivalents: Mapping[str, Equivalent]


@cache
def terms() -> tuple[Term, ...]:
    tables = {code: _table(code) for code in languages.CODES if (FOLDER / f"{code}.toml").exists()}
    return tuple(
        Term(
            id,
            values["ru"],
            re.compile(values["found"], re.IGNORECASE),
            {code: _equivalent(table[id]) for code, table in tables.items() if id in table},
        )
        for id, values in _table("terms").items()
    )


def used(russian: str) -> Iterator[Term]:
    """Yield the terms that occur in a Russian text."""
    yield from (term for term in terms() if term.found.search(russian))


def lacking(russian: str, translated: str, language: str) -> list[str]:
    """Name the terms of the Russian text whose word is nowhere in the translated one."""
    return [
        term.id
        for term in used(russian)
        if (equivalent := term.equivalents.get(language))
        and not any(form.search(translated) for form in equivalent.forms)
    ]


def _equivalent(values: Mapping[str, Any]) -> Equivalent:
    return Equivalent(values["word"], tuple(re.compile(form, re.IGNORECASE) for form in values["forms"]))


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
