"""A lost second factor is removed by two administrators, never by one, never by its owner."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from apps.accounts.models import Happening, ResetRequest
from apps.editing.tests.people import person

pytestmark = pytest.mark.django_db


def address(name: str) -> str:
    return f"/admin/auth/user/{User.objects.get(username=name).pk}/reset/"


def has_one(name: str) -> bool:
    return bool(TOTPDevice.objects.filter(user__username=name).exists())


@pytest.fixture
def lost() -> Client:
    return person("lost", "translator", "language: ky")


def test_two_administrators_remove_it_and_the_sessions_end(lost: Client) -> None:
    first, second = person("first", "administrator"), person("second", "administrator")
    assert first.post(address("lost"), {"ask": "1"}).status_code == 302
    assert first.post(address("lost"), {"agree": "1"}).status_code == 403 and has_one("lost")
    page = second.get(f"/admin/auth/user/{User.objects.get(username='lost').pk}/change/").text
    assert 'name="agree"' in page
    assert second.post(address("lost"), {"agree": "1"}).status_code == 302 and not has_one("lost")
    assert lost.get("/admin/").status_code == 302
    happening = Happening.objects.get(kind="reset")
    assert (str(happening.person), str(happening.by)) == ("lost", "second")
    assert second.post(address("lost"), {"agree": "1"}).status_code == 403  # it served once


def test_nobody_else_removes_it(lost: Client) -> None:
    first, superuser = person("first", "administrator"), User.objects.create_superuser("root")
    for client in (lost, person("publisher", "publisher"), Client()):
        client.post(address("lost"), {"ask": "1"})
        client.post(address("lost"), {"agree": "1"})
    assert first.post(address("first"), {"ask": "1"}).status_code == 403
    assert first.post(f"/admin/auth/user/{superuser.pk}/reset/", {"ask": "1"}).status_code == 404
    assert not ResetRequest.objects.exists() and has_one("lost")


def test_a_request_is_void_after_a_day(lost: Client) -> None:
    person("first", "administrator").post(address("lost"), {"ask": "1"})
    ResetRequest.objects.update(asked_at="2026-01-01T00:00Z")
    assert person("second", "administrator").post(address("lost"), {"agree": "1"}).status_code == 403
    assert has_one("lost")
