"""View × method × person: whoever comes to any address of the desk gets what the role says, and no more."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from apps.accounts import sessions
from apps.conftest import verified
from apps.editing.tests import desk
from apps.editing.tests.people import person

pytestmark = pytest.mark.django_db

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
OUTSIDE = {"nobody", "password only", "password and a factor not given", "no staff"}
ROLES = {"writer", "translator", "reviewer", "publisher", "administrator"}
STAFF = ROLES | {"no role"}
WRITE, PUBLISH, ADMINISTER = {"writer", "publisher", "administrator"}, {"publisher", "administrator"}, {"administrator"}
TRANSLATE, REVIEW = {"translator", "administrator"}, {"reviewer", "administrator"}
NOBODY: set[str] = set()
NOT_THERE = None

Who = set[str] | None
TEXTS = ("guide_entry", "guide_topic", "guide_source", "guide_contact", "amina_phrase")
SEEN: dict[str, set[str]] = {
    **dict.fromkeys(
        (
            *TEXTS,
            "editing_linkcheck",
            "editing_proposal",
            "editing_batch",
            "amina_recheck",
            "translations_translationstate",
        ),
        ROLES,
    ),
    **dict.fromkeys(("asking_question", "asking_publicquestion", "asking_weekofentry"), ROLES),
    "accounts_happening": ADMINISTER,
    "auth_user": ADMINISTER,
}
CHANGED = {**dict.fromkeys(TEXTS, WRITE | TRANSLATE), "auth_user": ADMINISTER}
CHANGED["asking_publicquestion"] = PUBLISH | TRANSLATE
ADDED = dict.fromkeys(("guide_entry", "guide_source", "guide_topic", "guide_contact"), WRITE)
ADDED |= {"auth_user": ADMINISTER, "amina_recheck": PUBLISH}

# Who may look, and who may send something, behind the door.
INSIDE: dict[str, tuple[Who, Who]] = {
    "index": (STAFF, STAFF),
    **dict.fromkeys(("handbook", "handbook_page", "handbook_picture"), (STAFF, NOT_THERE)),
    "app_list": (ROLES, ROLES),
    "logout": (NOT_THERE, STAFF),
    "password_change": (STAFF, STAFF),
    "password_change_done": (STAFF, NOT_THERE),
    "autocomplete": (NOBODY, NOT_THERE),
    "jsi18n": (STAFF, NOT_THERE),
    "view_on_site": (STAFF, STAFF),
    "guide_entry_trial": (ROLES, ROLES),
    **{f"{model}_preview": (ROLES, ROLES) for model in TEXTS if model != "amina_phrase"},
    **{f"{model}_decide": (NOT_THERE, WRITE) for model in TEXTS},
    "amina_phrase_decide": (NOT_THERE, NOBODY),
    "guide_entry_look_up": (PUBLISH, PUBLISH),
    "guide_contact_look_up": (PUBLISH, PUBLISH),
    "editing_proposal_decide": (NOT_THERE, PUBLISH),
    "editing_proposal_edit": (PUBLISH, PUBLISH),
    "editing_proposal_preview": (ROLES, ROLES),
    "editing_batch_decide": (NOT_THERE, PUBLISH),
    "amina_recheck_lift": (NOT_THERE, PUBLISH),
    "asking_question_decide": (NOT_THERE, ROLES),
    "auth_user_reset": (NOT_THERE, ADMINISTER),
    "auth_user_password_change": (ADMINISTER, ADMINISTER),
    "review": (NOT_THERE, REVIEW),
    "queue": (ROLES, ROLES),
    "glance": (REVIEW, REVIEW),
    "exchange": (ROLES, ROLES),
    "exchange_download": (ROLES, ROLES),
    **{f"{model}_changelist": (seen, seen) for model, seen in SEEN.items()},
    **{f"{model}_history": (seen, seen) for model, seen in SEEN.items()},
    **{f"{model}_change": (seen, CHANGED.get(model, NOBODY)) for model, seen in SEEN.items()},
    **{f"{model}_add": (ADDED.get(model, NOBODY),) * 2 for model in SEEN},
    **{f"{model}_delete": (NOBODY, NOBODY) for model in SEEN},
    **{f"{model}_restore": (TRANSLATE, TRANSLATE) for model in TEXTS},
    **{f"{model}_restore_day": (WRITE | TRANSLATE,) * 2 for model in TEXTS},
}

# At the door: who gets an answer, everybody else is led elsewhere.
EVERYBODY, WITH_PASSWORD = STAFF | OUTSIDE, STAFF | OUTSIDE - {"nobody"}
WITH_FACTOR = STAFF | {"no staff"}
DOOR: dict[str, tuple[Who, Who]] = {
    "login": (EVERYBODY, EVERYBODY),
    "setup": ({"password only"}, {"password only"}),
    "backup_tokens": (WITH_FACTOR, WITH_FACTOR),
    "sessions": (WITH_FACTOR, WITH_FACTOR),
    "add_passkey": (WITH_FACTOR, WITH_FACTOR),
    "again": (WITH_FACTOR, WITH_FACTOR),
    "profile": (NOBODY, NOBODY),
}


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of refusals are what is asked for here, and whoever came in at the start is still fresh at the end."""
    monkeypatch.setattr(sessions, "FRESH", 24 * 60 * 60)
    monkeypatch.setattr(logging.getLogger("django.request"), "disabled", True)


@pytest.fixture
def people() -> dict[str, Client]:
    desk.furnish()
    found = {role: person(role, role, *_language(role)) for role in ROLES}
    found |= {
        "nobody": Client(),
        "no role": person("roleless"),
        "no staff": verified(User.objects.create_user("guest")),
    }
    TOTPDevice.objects.update(name="default")
    found["password only"] = _with_password(User.objects.create_superuser("fresh"))
    half = User.objects.create_superuser("half")
    TOTPDevice.objects.create(user=half, name="default")
    return found | {"password and a factor not given": _with_password(half)}


def test_every_view_answers_every_method_as_the_role_says(people: dict[str, Client]) -> None:
    assert {*people} == EVERYBODY
    wrong = [
        f"{method} {address} for {who}: {got}, not {wanted}"
        for name, address in _addresses()
        for method in METHODS
        for who, client in people.items()
        if (got := _answer(client, method, address)) != (wanted := _wanted(name, address, method, who))
    ]
    assert not wrong, "\n".join(wrong)


def _language(role: str) -> list[str]:
    return ["language: ky"] if role in ("translator", "reviewer") else []


def _with_password(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _addresses() -> Iterator[tuple[str, str]]:
    return ((name, desk.address(route)) for name, route in desk.views())


def _answer(client: Client, method: str, address: str) -> str:
    """What came back, in a word; whatever was done is undone."""
    cookies, client.raise_request_exception = client.cookies.copy(), False
    with transaction.atomic():
        r = client.generic(method, address)
        transaction.set_rollback(True)
    client.cookies = cookies  # type: ignore[assignment]  # what copy() returns is one
    if r.status_code in (301, 302):
        return "led away" if r["Location"].startswith(("/admin/login/", "/account/")) or _home(r) else "taken"
    return {200: "taken", 400: "taken", 403: "refused", 404: "not there", 405: "not there"}.get(
        r.status_code, str(r.status_code)
    )


def _home(r: Any) -> bool:
    return bool(r["Location"] == "/admin/")


def _wanted(name: str, address: str, method: str, who: str) -> str:
    if method not in ("GET", "HEAD", "POST"):
        return "not there"
    if address.startswith("/account/"):
        return _at_the_door(name, method, who)
    if who in OUTSIDE or name == "login":
        return "led away"
    if name == "elsewhere":
        return "not there" if "nothing" in address else "taken"
    may = INSIDE[name][method == "POST"]
    if may is NOT_THERE or (name == "app_list" and who not in may):
        return "not there"
    return "taken" if who in may else "refused"


def _at_the_door(name: str, method: str, who: str) -> str:
    if name == "lacking":
        return "not there" if method == "POST" else "led away" if who == "nobody" else "refused"
    if name == "remove_factor":  # there is one, and the last one stays
        return "not there" if method != "POST" else "refused" if who in WITH_FACTOR else "led away"
    if name == "qr":
        return "not there" if who == "password only" else "led away"
    may = DOOR[name][method == "POST"] or NOBODY
    # Whoever ends other sessions is led back to the page.
    return "taken" if who in may and not (name == "sessions" and method == "POST") else "led away"
