"""Whatever is wrong at the door is said in the language of whoever stands there."""

import re

import pytest
from django.test import Client
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from apps.accounts.tests.people import LOGIN, PASSWORD, SETUP, somebody

pytestmark = pytest.mark.django_db
ENGLISH = re.compile(r"\b(?:the|your|please|is|not|enter|valid)\b")


def errors(page: str) -> list[str]:
    return re.findall(r'errorlist[^"]*"[^>]*><li>([^<]+)', page)


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_wrong_passwords_codes_and_backup_codes_are_refused_in_words(language: str) -> None:
    alice = somebody()
    TOTPDevice.objects.create(user=alice, name="default")
    StaticDevice.objects.create(user=alice, name="backup")
    client, said = Client(headers={"accept-language": language}), []
    for step, sent in [
        ("auth", {"auth-username": "alice", "auth-password": "wrong"}),
        ("auth", {"auth-username": "alice", "auth-password": PASSWORD}),
        ("token", {"token-otp_token": "123456"}),
        ("token", {"token-otp_token": "123456"}),
        ("token", {"token-otp_token": "x"}),
        ("token", {"token-otp_token": ""}),
        ("backup", {"backup-otp_token": "wrong"}),
    ]:
        page = client.post(LOGIN, {"login_view-current_step": step, **sent}).text
        said.append((step, errors(page)))
    assert [len(found) > 0 for _step, found in said] == [True, False, *[True] * 5]
    assert not [found for _step, found in said if ENGLISH.search(" ".join(found))], said
    assert len({*map(str, said)}) > 3


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_a_wrong_code_at_the_enrolment_is_refused_in_words(language: str) -> None:
    somebody()
    client = Client(headers={"accept-language": language})
    client.post(LOGIN, {"login_view-current_step": "auth", "auth-username": "alice", "auth-password": PASSWORD})
    client.post(SETUP, {"setup_view-current_step": "welcome"})
    page = client.post(SETUP, {"setup_view-current_step": "generator", "generator-token": "1"}).text
    assert errors(page) and not ENGLISH.search(" ".join(errors(page)))
