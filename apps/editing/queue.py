"""One text after another: what is left to review or to translate in a language, and what comes next."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from apps.editing import roles, table, texts
from apps.translations import languages, states
from apps.translations.models import TranslationState
from apps.translations.states import Claim, State

REVIEW, TRANSLATE = "review", "translate"
TASKS = (REVIEW, TRANSLATE)
SHORT = 320  # signs of the Russian and the translation together: such a text is judged at a glance


@dataclass(frozen=True)
class Place:
    kind: str
    pk: int
    text: str  # the hash of what is there to judge
    sent_back: bool = False

    @property
    def sign(self) -> str:
        return f"{self.kind}:{self.pk}:{self.text}"


def waiting(user: Any, language: str, task: str) -> list[Place]:
    """Return what waits for this person, in the order of the table."""
    may = {REVIEW: roles.may_review, TRANSLATE: roles.may_translate}[task](user, language)
    return list(_places(user, language, task)) if may else []


def following(thing: Any, places: list[Place]) -> Place | None:
    """Return what comes after a text, beginning anew behind the last."""
    order, kind = list(texts.MODELS), texts.kind_of(thing)
    others = [place for place in places if (place.kind, place.pk) != (kind, thing.pk)]
    later = [place for place in others if (order.index(place.kind), place.pk) > (order.index(kind), thing.pk)]
    return next(iter(later or others), None)


def address(place: Place, language: str, task: str, back: str = "") -> str:
    app = texts.MODELS[place.kind]._meta.app_label
    sent = {"translate_to": language, "queue": task, **({"back": back} if back else {})}
    return f"{reverse(f'admin:{app}_{place.kind}_change', args=[place.pk])}?{urlencode(sent)}"


def next_language(thing: Any, language: str, user: Any) -> str:
    """Return the language after this one, beginning anew behind the last, in which a text waits for this translator."""
    found = texts.all_states(thing, texts.known(thing))
    at = languages.TARGETS.index(language) + 1 if language in languages.TARGETS else 0
    order = [*languages.TARGETS[at:], *languages.TARGETS[:at]]
    waits = [code for code in order if found[code] in (State.STALE, State.MISSING) and code != language]
    return next((code for code in waits if roles.may_translate(user, code)), "")


def onwards(request: HttpRequest, thing: Any, language: str) -> str:
    """Where to go once a text is done: on to the next, or back to the table as it was."""
    task, back = request.GET.get("queue", ""), request.GET.get("back", "")
    if task in TASKS:
        place = following(thing, waiting(request.user, language, task))
        if place:
            return address(place, language, task, back)
    return home(back) if task in TASKS or back else ""


def home(back: str) -> str:
    """The table with the filters that somebody came from; whatever else is sent counts for nothing."""
    return f"{reverse('admin:translations_translationstate_changelist')}?{table.Wanted.said(back).query}"


def short(places: list[Place], language: str) -> list[tuple[Place, Any]]:
    """Return those that are judged at a glance, with their texts."""
    found = []
    for kind, model in texts.MODELS.items():
        wanted = {place.pk: place for place in places if place.kind == kind}
        for thing in model.objects.filter(pk__in=wanted):
            said = [states.texts(thing, code) for code in (languages.ORIGINAL, language)]
            if sum(len(text) for one in said for text in one.values()) <= SHORT:
                found.append((wanted[thing.pk], thing))
    return found


def _places(user: Any, language: str, task: str) -> Iterator[Place]:
    rows = TranslationState.objects.filter(language=language)
    claims = {(row.kind, row.object_id): row.read() for row in rows}
    for kind, model in texts.MODELS.items():
        for pk, hashes in model.objects.order_by("pk").values_list("pk", "hashes"):
            known = claims.get((kind, pk), {})
            claim = known.get(hashes.get(language, ""))
            if _waits(states.of(hashes, language, known), claim, user, task):
                yield Place(kind, pk, hashes.get(language, ""), bool(claim and claim.sent_back))


def _waits(state: State, claim: Claim | None, user: Any, task: str) -> bool:
    sent_back = claim is not None and claim.sent_back
    if task == TRANSLATE:
        return state in (State.STALE, State.MISSING) or sent_back
    return state in (State.DRAFT, State.CHECKED) and claim is not None and not sent_back and claim.by != user.pk
