"""The one table: every text, every language, the true state, and what of it an editor asked to see."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.editing import folded, texts
from apps.translations import languages, states
from apps.translations.models import TranslationState
from apps.translations.states import State

PER_PAGE = 50
REVIEW_NEVER = "never-reviewed"
EVERY = "every"


@dataclass(frozen=True)
class Wanted:
    """The filters, cleaned: what makes no sense counts as not said."""

    language: str
    state: str
    kind: str
    most_asked: bool = False
    words: str = ""
    page: str = "1"

    @classmethod
    def read(cls, sent: Mapping[str, str], own: list[str]) -> "Wanted":
        chosen = sent.get("language") or (own[0] if len(own) == 1 else EVERY)
        return cls(
            language=chosen if chosen in languages.TARGETS else "",
            state=sent.get("state", "") if sent.get("state") in [*State.values, REVIEW_NEVER] else "",
            kind=sent.get("kind", "") if sent.get("kind") in texts.MODELS else "",
            most_asked=bool(sent.get("most_asked")),
            words=sent.get("q", "")[:100],
            page=sent.get("p", "1"),
        )

    @classmethod
    def said(cls, query: str) -> "Wanted":
        """The filters as an address said them; what makes no sense counts as not said."""
        return cls.read(QueryDict(query[:200]).dict(), [])

    @property
    def query(self) -> str:
        said = {"language": self.language or EVERY, "state": self.state, "kind": self.kind}
        said["most_asked"] = "1" if self.most_asked else ""
        said["q"] = self.words
        said["p"] = self.page if self.page.isdecimal() and self.page != "1" else ""
        return urlencode({name: value for name, value in said.items() if value})

    def takes(self, row: "Row") -> bool:
        shown = [row.states[self.language]] if self.language else [*row.states.values()]
        if self.most_asked and not row.most_asked:
            return False
        if self.state == REVIEW_NEVER:
            return any(state in (State.DRAFT, State.CHECKED) for state in shown)
        return not self.state or self.state in shown


@dataclass(frozen=True)
class Row:
    kind: str
    pk: int
    name: str
    title: str
    address: str
    most_asked: bool
    states: dict[str, State]

    @property
    def kind_in_words(self) -> str:
        return str(texts.MODELS[self.kind]._meta.verbose_name)


def rows(kind: str = "") -> list[Row]:
    """Return every text of a kind or of all kinds, with two queries a kind at most."""
    claims = {(row.kind, row.object_id, row.language): row for row in TranslationState.objects.all()}
    return [
        _row(a_kind, values, claims)
        for a_kind in ([kind] if kind else texts.MODELS)
        for values in texts.MODELS[a_kind].objects.values(
            "pk",
            "hashes",
            *{texts.NAMES[a_kind], *texts.TITLES[a_kind]},
            *(["most_asked"] if a_kind == "entry" else []),
        )
    ]


def _holding(found: list[Row], words: str) -> list[Row]:
    """Those that hold the words in any text of any language."""
    if not folded.folded(words):
        return found
    places = {
        (kind, pk)
        for kind, model in texts.MODELS.items()
        for pk in folded.matching(model.objects.all(), words, folded.fields_of(model))
    }
    return [row for row in found if (row.kind, row.pk) in places]


def _row(kind: str, values: dict[str, Any], claims: dict[Any, TranslationState]) -> Row:
    found = {}
    for code in languages.TARGETS:
        row = claims.get((kind, values["pk"], code))
        found[code] = states.of(values["hashes"], code, row.read() if row else {})
    app = texts.MODELS[kind]._meta.app_label
    address = reverse(f"admin:{app}_{kind}_change", args=[values["pk"]])
    title, name = texts.told(values[part] for part in texts.TITLES[kind]), values[texts.NAMES[kind]]
    return Row(kind, values["pk"], name, title, address, values.get("most_asked", False), found)


def context(wanted: Wanted) -> dict[str, Any]:
    every = rows(wanted.kind)
    found = _holding([row for row in every if wanted.takes(row)], wanted.words)
    page = Paginator(found, PER_PAGE).get_page(wanted.page)
    return {
        "wanted": wanted,
        "rows": [(row, _cells(row, wanted)) for row in page],
        "page": page,
        "found": len(found),
        "counts": _counts(every, wanted.kind),
        "columns": [(code, languages.OWN_NAMES[code]) for code in _columns(wanted)],
        "own_names": [(code, languages.OWN_NAMES[code]) for code in languages.TARGETS],
        "states": State.choices,
        "state_choices": [*State.choices, (REVIEW_NEVER, _("never reviewed"))],
        "kinds": [(kind, model._meta.verbose_name_plural) for kind, model in texts.MODELS.items()],
    }


def _columns(wanted: Wanted) -> tuple[str, ...]:
    return (wanted.language,) if wanted.language else languages.TARGETS


def _cells(row: Row, wanted: Wanted) -> list[tuple[str, State]]:
    return [(code, row.states[code]) for code in _columns(wanted)]


def _counts(every: list[Row], kind: str) -> list[tuple[str, str, list[tuple[int, str]]]]:
    """How many texts are in which state, language by language, each number with the filters that list them."""
    counted = {code: Counter(row.states[code] for row in every) for code in languages.TARGETS}
    return [
        (code, languages.OWN_NAMES[code], [(counted[code][state], Wanted(code, state, kind).query) for state in State])
        for code in languages.TARGETS
    ]
