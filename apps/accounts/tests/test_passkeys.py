"""Passkeys are a second factor like codes: no other way around it, and told, shown and removed in the same ways."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings
from two_factor.plugins.webauthn.models import WebauthnDevice

from apps.accounts.models import Happening
from apps.accounts.tests.authenticator import Authenticator
from apps.accounts.tests.people import CODES, LOGIN, SETUP, code_of, enrol, enter, give_code, make_codes, somebody
from apps.editing.tests.people import person

pytestmark = pytest.mark.django_db
ADD, SESSIONS, REMOVE = "/account/sessions/passkey/", "/account/sessions/", "/account/sessions/remove/"


@pytest.fixture
def browser_of() -> Callable[[], Client]:
    """Browsers in which passkeys work: the host has a name."""
    return lambda: Client(SERVER_NAME="localhost", headers={"accept-language": "en"})


def enrol_passkey(client: Client, passkey: Authenticator) -> Any:
    client.post(SETUP, {"setup_view-current_step": "welcome"})
    page = client.post(SETUP, {"setup_view-current_step": "method", "method-method": "webauthn"})
    answer = passkey.create(page.context["question"]) if page.status_code == 200 else "{}"
    return client.post(SETUP, {"setup_view-current_step": "webauthn", "webauthn-token": answer})


def prove(client: Client, answer: str) -> Any:
    return client.post(LOGIN, {"login_view-current_step": "token", "token-otp_token": answer})


def inside(client: Client) -> bool:
    return bool(client.get("/admin/").status_code == 200)


def test_somebody_enrols_a_passkey_and_signs_in_with_it(browser_of: Callable[[], Client]) -> None:
    somebody()
    passkey, first, later = Authenticator(), browser_of(), browser_of()
    enter(first)
    assert enrol_passkey(first, passkey)["Location"] == CODES and inside(first)
    page = enter(later)
    assert not inside(later)
    assert prove(later, passkey.get(page.context["question"]))["Location"] == "/admin/" and inside(later)
    assert "Passkey" in later.get(SESSIONS).text


def test_an_answer_counts_once_for_its_question_its_session_and_its_site(browser_of: Callable[[], Client]) -> None:
    somebody()
    passkey, client, other = Authenticator(), browser_of(), browser_of()
    enter(client)
    enrol_passkey(client, passkey)
    used = passkey.get(enter(client := browser_of()).context["question"])
    elsewhere = enter(other).context["question"]
    assert prove(client, used).status_code == 302
    for answer in (used, passkey.get(elsewhere), "", "{}", "5", '{"id": "x"}', "\0", "[" * 9999, '{"response": 5}'):
        page = enter(tried := browser_of())
        assert "question" in page.context
        again = prove(tried, answer)
        assert again.status_code == 200, answer[:20]
        assert re.search(r'errorlist nonfield"><li>The passkey was not given', again.text), answer[:20]
        assert again.context["question"] != page.context["question"] and not inside(tried)
    behind = Authenticator(key=passkey.key)  # a copy, which has counted less than the passkey itself
    for wrong in (Authenticator(), Authenticator("https://evil.example", key=passkey.key, count=50), behind):
        page = enter(tried := browser_of())
        assert prove(tried, wrong.get(page.context["question"])).status_code == 200 and not inside(tried)
    sound = Authenticator(key=passkey.key, count=50)
    page = enter(tried := browser_of())
    assert prove(tried, sound.get(page.context["question"])).status_code == 302 and inside(tried)


def test_an_older_session_with_the_password_alone_adds_no_passkey(browser_of: Callable[[], Client]) -> None:
    alice, older = somebody(), browser_of()
    enter(older)
    older.post(SETUP, {"setup_view-current_step": "welcome"})
    page = older.post(SETUP, {"setup_view-current_step": "method", "method-method": "webauthn"})
    TOTPDevice.objects.create(user=alice, name="default")
    answer = Authenticator().create(page.context["question"])
    older.post(SETUP, {"setup_view-current_step": "webauthn", "webauthn-token": answer})
    for address in (ADD, REMOVE):
        assert older.post(address, {"token": answer})["Location"].startswith(LOGIN)
    assert not WebauthnDevice.objects.exists() and not inside(older)


def test_whoever_has_a_passkey_enrols_no_code_with_the_password_alone(browser_of: Callable[[], Client]) -> None:
    somebody()
    first, older = browser_of(), browser_of()
    enter(first)
    enrol_passkey(first, Authenticator())
    enter(older)
    assert enrol(older).status_code == 302 and not TOTPDevice.objects.exists()


def with_code(browser: Client, name: str = "alice") -> TOTPDevice:
    enter(browser, name)
    enrol(browser)
    return TOTPDevice.objects.get(user__username=name)


def test_a_passkey_beside_a_code_ends_other_sessions_and_is_told(settings: Settings) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    somebody(email="alice@example.org")
    plain, here = Client(), Client(SERVER_NAME="localhost", headers={"accept-language": "en"})
    device = with_code(plain)
    enter(here)
    TOTPDevice.objects.update(last_t=-1)
    give_code(here, code_of(device))
    assert inside(here) and inside(plain)
    before, passkey = here.session.session_key, Authenticator()
    page = here.post(ADD, {"token": passkey.create(here.get(ADD).context["question"])}, follow=True)
    assert "A second factor was set up for your account." in page.text
    assert "Everybody else who was signed in under your name has been signed out." in page.text
    assert not inside(plain) and inside(here) and here.session.session_key != before
    assert len(mail.outbox) == 2  # of the code and of the passkey
    choice = enter(plain := Client(SERVER_NAME="localhost"))
    (other,) = choice.context["other_devices"]
    page = plain.post(LOGIN, {"login_view-current_step": "token", "challenge_device": other.persistent_id})
    assert prove(plain, passkey.get(page.context["question"])).status_code == 302 and inside(plain)


def test_one_factor_is_removed_by_its_owner_and_never_the_last_or_the_one_in_use(
    browser_of: Callable[[], Client],
) -> None:
    alice, here = somebody(), browser_of()
    passkey = Authenticator()
    enter(here)
    enrol_passkey(here, passkey)
    (only,) = WebauthnDevice.objects.all()
    assert here.post(REMOVE, {"factor": only.persistent_id}).status_code == 403
    lost = Authenticator(handle=b"a stick that gets lost")
    here.post(ADD, {"token": lost.create(here.get(ADD).context["question"])})
    second = WebauthnDevice.objects.exclude(pk=only.pk).get()
    WebauthnDevice.objects.filter(pk=only.pk).update(name="another")
    WebauthnDevice.objects.filter(pk=second.pk).update(name="default")
    stranger = browser_of()
    somebody("bob")
    enter(stranger, "bob")
    enrol_passkey(stranger, Authenticator(handle=b"bob's own passkey"))
    assert stranger.post(REMOVE, {"factor": second.persistent_id}).status_code == 403
    assert here.post(REMOVE, {"factor": only.persistent_id}).status_code == 403
    page = here.post(REMOVE, {"factor": second.persistent_id}, follow=True)
    assert "A second factor of your account was removed." in page.text
    assert [device.name for device in WebauthnDevice.objects.filter(user=alice)] == ["default"]
    assert [*Happening.objects.filter(person=alice).values_list("kind", flat=True)][:2] == ["reset", "enrolled"]


def test_two_administrators_remove_passkeys_too(browser_of: Callable[[], Client]) -> None:
    alice, client = somebody(), browser_of()
    enter(client)
    enrol_passkey(client, Authenticator())
    make_codes(client)
    address = f"/admin/auth/user/{alice.pk}/reset/"
    person("first", "administrator").post(address, {"ask": "1"})
    person("second", "administrator").post(address, {"agree": "1"})
    assert not WebauthnDevice.objects.exists() and not inside(client)


def test_where_browsers_know_no_passkeys_none_is_offered() -> None:
    somebody()
    for host in ("testserver", "127.0.0.1"):
        client = Client(SERVER_NAME=host)
        enter(client)
        page = client.post(SETUP, {"setup_view-current_step": "welcome"})
        assert page.context["wizard"]["steps"].current == "generator"
    client = Client(SERVER_NAME="testserver")
    enter(client, secure=True)
    page = client.post(SETUP, {"setup_view-current_step": "welcome"}, secure=True)
    assert page.context["wizard"]["steps"].current == "method"
