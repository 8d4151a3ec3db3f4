"""What stands beside a form: the true states, what changed in the Russian, terms, and what to do next."""

from typing import Any

from django.urls import reverse

from apps.editing import diffs, lost, proposing, roles, texts
from apps.translations import glossary, languages, states
from apps.translations.states import Claim, State

LONGER, AT_LEAST = 1.25, 10  # how much longer than the Russian a translation may be and still be easy to read


def beside(user: Any, thing: Any, language: str) -> dict[str, Any]:
    known = texts.known(thing)
    found = texts.all_states(thing, known)
    claim = known.get(language, {}).get(thing.hashes.get(language, ""))
    russian = states.texts(thing, languages.ORIGINAL)
    return {
        "proposals": proposing.on(thing),
        "target_languages": [_choice(code, found[code], language) for code in languages.TARGETS],
        "language": language,
        "language_name": languages.OWN_NAMES[language],
        "state": found[language],
        "claim": claim,
        "differences": _differences(thing, claim, russian) if claim and found[language] == State.STALE else None,
        "terms": list(_terms(" ".join(russian.values()), " ".join(states.texts(thing, language).values()), language)),
        "lost": lost.in_all(thing, language) if found[language] != State.STALE else [],
        "lengths": {name: int(len(text) * LONGER) + AT_LEAST for name, text in russian.items()},
        "may_review": _may_review(user, language, found[language], claim),
        "review_url": reverse("admin:review", args=[texts.kind_of(thing), thing.pk, language]),
        "reviewed_text": thing.hashes.get(language, ""),
    }


def _choice(code: str, state: State, chosen: str) -> dict[str, Any]:
    return {"code": code, "name": languages.OWN_NAMES[code], "state": state, "chosen": code == chosen}


def _differences(thing: Any, claim: Claim, russian: dict[str, str]) -> list[Any]:
    """The Russian text as it was when the translation was made, against the present one."""
    before = texts.made_from(thing, claim) or {}
    return [
        (thing._meta.get_field(name).verbose_name, diffs.marked(before[name], text))
        for name, text in russian.items()
        if name in before and before[name] != text
    ]


def _terms(russian: str, translated: str, language: str) -> Any:
    lacking = glossary.lacking(russian, translated, language)
    for term in glossary.used(russian):
        equivalent = term.equivalents.get(language)
        yield {"russian": term.russian, "word": equivalent.word if equivalent else "", "lacking": term.id in lacking}


def _may_review(user: Any, language: str, state: State, claim: Claim | None) -> bool:
    reviewable = claim is not None and state in (State.DRAFT, State.CHECKED, State.REVIEWED)
    return bool(reviewable and roles.may_review(user, language) and claim and claim.by != user.pk)
