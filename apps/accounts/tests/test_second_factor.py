"""Nobody comes past the second factor, and whoever has one hears of another."""

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from apps.accounts.models import Happening
from apps.accounts.tests.people import CODES, LOGIN, PASSWORD, SETUP, enrol, enter, make_codes, somebody
from apps.conftest import verified

pytestmark = pytest.mark.django_db


def test_an_older_session_with_the_password_alone_enrols_nothing_once_there_is_a_second_factor() -> None:
    alice, older = somebody(), Client()
    enter(older)
    page = older.post(SETUP, {"setup_view-current_step": "welcome"})  # opened before, finished after
    TOTPDevice.objects.create(user=alice, name="default")
    assert page.status_code == 200
    for method in ("get", "post", "head"):
        for address in (SETUP, f"{SETUP}?next=/admin/", f"{SETUP}picture/"):
            r = getattr(older, method)(address)
            assert (r.status_code, r.get("Location")) == (302, "/account/texts/"), (method, address)
    assert enrol(older).status_code == 302
    assert TOTPDevice.objects.filter(user=alice).count() == 1
    assert older.get("/admin/").status_code == 302
    assert not make_codes(older)


def test_enrolling_ends_all_other_sessions_of_that_person_and_tells_them(settings: Settings) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    somebody(email="alice@example.org")
    somebody("bob")
    older, newer, bob = Client(), Client(), Client()
    enter(older)
    enter(bob, "bob")
    enter(newer)
    before = newer.session.session_key
    assert enrol(newer)["Location"] == CODES
    assert newer.session.session_key != before
    page = newer.get(CODES, headers={"accept-language": "en"}).text
    assert "A second factor was set up for your account." in page
    assert "Everybody else who was signed in under your name has been signed out." in page
    assert older.get(SETUP)["Location"].startswith(LOGIN)
    assert bob.get(SETUP).status_code == 200
    assert [m.to for m in mail.outbox] == [["alice@example.org"]]


def test_without_mail_nothing_is_sent_and_nothing_breaks() -> None:
    somebody(email="alice@example.org")
    client = Client()
    enter(client)
    assert enrol(client).status_code == 302 and not mail.outbox


def test_whoever_signs_in_is_told_what_happened_to_the_account_meanwhile() -> None:
    alice = somebody()
    enter(Client())
    enter(Client(), password="wrong")
    User.objects.get(pk=alice.pk).groups.create(name="something")
    client = Client()
    enter(client)
    page = client.get(SETUP, headers={"accept-language": "en"}).text
    assert "Since you signed in last: did not get in (1×)." in page
    assert "Since you signed in last: roles or rights changed (1×)." in page


def test_what_happens_at_the_door_is_written_down_without_addresses(editor: Client) -> None:
    alice = somebody()
    client = Client(REMOTE_ADDR="203.0.113.77")
    enter(client, password="wrong")
    enter(client)
    enrol(client)
    make_codes(client)
    client.post("/account/sessions/")
    pk = alice.pk
    editor.post(f"/admin/auth/user/{pk}/password/", {"password1": f"{PASSWORD} 7", "password2": f"{PASSWORD} 7"})
    editor.post(f"/admin/auth/user/{pk}/change/", {"username": "alice", "is_active": "on", "groups": []})
    kinds = [*Happening.objects.filter(person=alice).order_by("pk").values_list("kind", flat=True)]
    assert kinds == ["failed", "signed-in", "enrolled", "new-codes", "ended", "password", "power"]
    assert Happening.objects.filter(person=alice).order_by("pk").last().detail == "−is_staff"  # type: ignore[union-attr]
    page = editor.get("/admin/accounts/happening/").text
    assert "alice" in page and "203.0.113.77" not in page


def test_an_account_that_opens_nothing_is_told_what_is_missing() -> None:
    client = verified(User.objects.create_user("carol"))
    r = client.get("/admin/", follow=True, headers={"accept-language": "ru"})
    assert r.status_code == 403 and "staff" in r.text
    assert r.redirect_chain[-1][0] == "/account/lacking/"
