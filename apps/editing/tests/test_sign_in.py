"""Signing in: second factor, backup codes, lock-out, no way to learn who has an account, the way back."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from apps.conftest import verified

pytestmark = pytest.mark.django_db
PASSWORD = "long enough for everybody"
LOGIN = "/account/"


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    """A hash that takes long protects people; these tests ask for dozens."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def alice() -> User:
    return User.objects.create_superuser("alice", password=PASSWORD)


def enter(client: Client, name: str = "alice", password: str = PASSWORD) -> Any:
    sent = {"login_view-current_step": "auth", "auth-username": name, "auth-password": password}
    return client.post(LOGIN, sent, headers={"accept-language": "en"})


def token(client: Client, value: object, step: str = "token") -> Any:
    field = "token-otp_token" if step == "token" else "backup-otp_token"
    return client.post(LOGIN, {"login_view-current_step": step, field: value})


def test_the_password_alone_opens_nothing_but_the_set_up_of_a_second_factor(client: Client, alice: User) -> None:
    assert enter(client).status_code == 302
    r = client.get("/admin/", follow=True)
    assert r.redirect_chain[-1][0] == "/account/second-factor/"
    assert client.get("/admin/guide/entry/", follow=True).redirect_chain[-1][0] == "/account/second-factor/"


def test_a_second_factor_is_set_up_from_a_picture_of_our_own(client: Client, alice: User) -> None:
    enter(client)
    setup = "/account/second-factor/"
    page = client.post(setup, {"setup_view-current_step": "welcome"})
    assert 'src="/account/second-factor/picture/"' in page.text and "cdnjs" not in page.text
    picture = client.get("/account/second-factor/picture/")
    assert picture["Content-Type"].startswith("image/svg+xml")
    key = page.context["secret_key"]
    from base64 import b32decode

    code = totp(b32decode(key))
    r = client.post(setup, {"setup_view-current_step": "generator", "generator-token": f"{code:06}"})
    assert r["Location"] == "/account/backup-codes/"
    assert client.get("/admin/").status_code == 200


def test_with_a_second_factor_the_password_alone_is_not_enough(client: Client, alice: User) -> None:
    device = TOTPDevice.objects.create(user=alice, name="default")
    enter(client)
    assert client.get("/admin/").status_code == 302
    token(client, "000000")
    assert client.get("/admin/").status_code == 302
    device.throttle_reset()
    token(client, f"{totp(device.bin_key):06}")
    assert client.get("/admin/").status_code == 200


def test_a_backup_code_lets_in_once(client: Client, alice: User) -> None:
    TOTPDevice.objects.create(user=alice, name="default")
    StaticDevice.objects.create(user=alice, name="backup").token_set.create(token="abcd1234")
    enter(client)
    token(client, "abcd1234", "backup")
    assert client.get("/admin/").status_code == 200
    other = Client()
    enter(other)
    token(other, "abcd1234", "backup")
    assert other.get("/admin/").status_code == 302


def test_backup_codes_are_made_by_a_signed_in_editor(alice: User) -> None:
    client = verified(alice)
    shown = client.post("/account/backup-codes/").text.count("<li><code>")
    assert shown == StaticDevice.objects.get(user=alice).token_set.count() == 10


def test_nobody_can_turn_the_second_factor_off(alice: User) -> None:
    client = verified(alice)
    for path in ("disable/", "two_factor/disable/", "second-factor/disable/"):
        assert client.get(f"/account/{path}").status_code == 404


def test_five_failures_lock_out_even_the_right_password(client: Client, alice: User) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        r = enter(client, password="wrong")
    assert r.status_code == 429
    assert enter(client).status_code == 429
    assert "Too many attempts" in r.text


def test_known_and_unknown_names_get_the_same_answers(alice: User) -> None:
    said = {}
    for name in ("alice", "nobody"):
        client = Client()
        answers = [enter(client, name, "wrong") for _ in range(settings.AXES_FAILURE_LIMIT + 1)]
        said[name] = [
            (r.status_code, [str(e) for e in r.context["form"].non_field_errors()] if r.status_code == 200 else "")
            for r in answers
        ]
    assert said["alice"] == said["nobody"]


def test_the_way_back_for_somebody_without_phone_and_codes(client: Client, alice: User) -> None:
    signed_in = verified(alice)
    for _ in range(settings.AXES_FAILURE_LIMIT):
        enter(client, password="wrong")
    call_command("reset_second_factor", "alice")
    assert signed_in.get("/admin/").status_code == 302
    assert enter(client).status_code == 302
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == "/account/second-factor/"
    with pytest.raises(CommandError, match="Nobody is called bob"):
        call_command("reset_second_factor", "bob")


def test_a_session_ends_with_the_browser_and_four_hours_after_the_last_click(alice: User) -> None:
    client = verified(alice)
    cookie = client.get("/admin/").cookies["sessionid"]
    assert cookie["max-age"] == "" and cookie["httponly"] and cookie["samesite"] == "Lax"
    assert timedelta(seconds=settings.SESSION_COOKIE_AGE) == timedelta(hours=4)


def test_visitors_still_get_no_cookie(client: Client) -> None:
    for path in ("/ky/", "/ky/q/moved/", "/ky/check/", "/robots.txt"):
        assert not client.get(path).cookies
