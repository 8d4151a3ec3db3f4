"""A session left open changes nothing of what lets a person in: the password is asked for once more."""

from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.test import Client
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from apps.accounts import sessions
from apps.accounts.models import Happening
from apps.accounts.tests.people import CODES, PASSWORD, somebody
from apps.conftest import verified

pytestmark = pytest.mark.django_db
AGAIN = "/account/again/"
CHANGES = {CODES: "backup_tokens", "/account/sessions/": "sessions", "/account/sessions/passkey/": "add_passkey"}
CHANGES |= {"/account/sessions/remove/": "sessions"}


def left_open(person: User, minutes: int = 16) -> Client:
    client = verified(person)
    session: Any = client.session
    session[sessions.BEGAN] -= minutes * 60
    session.save()
    return client


@pytest.mark.parametrize("address", CHANGES)
def test_a_session_left_open_is_asked_for_the_password_before_it_changes_a_factor(address: str) -> None:
    alice = somebody()
    client, elsewhere = left_open(alice), verified(alice)
    second = TOTPDevice.objects.create(user=alice, name="another")
    r = client.post(address, {"factor": second.persistent_id})
    assert (r.status_code, r["Location"]) == (302, f"{AGAIN}?to={CHANGES[address]}")
    assert TOTPDevice.objects.filter(user=alice).count() == 2 and not StaticToken.objects.exists()
    assert elsewhere.get("/admin/").status_code == 200


def test_with_the_password_it_goes_on_where_it_was_going_for_a_quarter_of_an_hour() -> None:
    client = left_open(somebody())
    r = client.post(f"{AGAIN}?to=backup_tokens", {"password": PASSWORD})
    assert r["Location"] == CODES
    assert client.post(CODES).status_code == 200 and StaticToken.objects.count() == 10
    session: Any = client.session
    session[sessions.PROVED] -= 16 * 60
    session.save()
    assert client.post(CODES).status_code == 302


def test_a_wrong_password_opens_nothing_is_counted_and_is_kept_nowhere() -> None:
    client = left_open(somebody())
    r = client.post(AGAIN, {"password": "a guess nobody should see"}, headers={"accept-language": "en"})
    assert r.status_code == 200 and "This is not your password." in r.text
    assert "a guess nobody should see" not in r.text
    assert client.post(CODES).status_code == 302
    assert Happening.objects.filter(kind="failed").count() == 1
    assert "a guess" not in str([*AccessAttempt.objects.values()])


def test_the_password_of_somebody_else_opens_nothing() -> None:
    bob = somebody("bob")
    bob.set_password("another one that is long enough")
    bob.save()
    client = left_open(somebody())
    assert client.post(AGAIN, {"password": "another one that is long enough"}).status_code == 200


@pytest.mark.parametrize("to", ["", "https://example.org/", "//example.org", "login"])
def test_it_leads_nowhere_else(to: str) -> None:
    client = left_open(somebody())
    assert client.post(f"{AGAIN}?to={to}", {"password": PASSWORD})["Location"] == "/account/sessions/"


def test_whoever_has_just_signed_in_is_not_asked_and_looking_needs_no_password() -> None:
    alice = somebody()
    assert verified(alice).post(CODES).status_code == 200
    client = left_open(alice)
    assert client.get("/account/sessions/").status_code == client.get(CODES).status_code == 200
