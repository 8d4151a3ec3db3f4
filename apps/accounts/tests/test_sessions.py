"""Sessions are seen by their owner, ended by them, and end by themselves."""

import time

import pytest
from django.conf import settings
from django.test import Client

from apps.accounts import sessions
from apps.accounts.failures import address_of
from apps.accounts.tests.people import somebody
from apps.conftest import verified

pytestmark = pytest.mark.django_db
ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36"


def test_everybody_sees_their_own_sessions_and_ends_all_others() -> None:
    alice = somebody()
    here, there, bob = verified(alice), verified(alice), verified(somebody("bob"))
    session = there.session
    session[sessions.BROWSER] = sessions._browser(ANDROID)
    session.save()
    page = here.get("/account/sessions/", headers={"accept-language": "en"}).text
    assert page.count("this one") == 1 and "Chrome, Android" in page
    here.post("/account/sessions/")
    assert there.get("/admin/").status_code == 302
    assert here.get("/admin/").status_code == bob.get("/admin/").status_code == 200


def test_a_session_ends_twelve_hours_after_the_sign_in_however_busy() -> None:
    client = verified(somebody())
    session = client.session
    session[sessions.BEGAN] = int(time.time()) - 12 * 60 * 60 + 60
    session.save()
    assert client.get("/admin/").status_code == 200
    session[sessions.BEGAN] -= 120
    session.save()
    r = client.get("/admin/", follow=True, headers={"accept-language": "en"})
    assert r.redirect_chain[-1][0].startswith("/account/?next")
    assert "more than twelve hours ago" in r.text


@pytest.mark.parametrize(
    ("forwarded", "same_as"),
    [
        ("198.51.100.7, 203.0.113.9", "203.0.113.9"),
        ("198.51.100.7", "198.51.100.7"),
        ("not an address", "192.0.2.1"),
        ("203.0.113.9, <script>", "192.0.2.1"),
        ("203.0.113.9, 999.1.1.1", "192.0.2.1"),
        ("", "192.0.2.1"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2:bbbb::2"),
    ],
)
def test_only_an_address_that_the_nearest_proxy_saw_counts(
    forwarded: str, same_as: str, rf: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "BEHIND_PROXY", True)
    get = rf.get
    said = address_of(get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=forwarded))
    monkeypatch.setattr(settings, "BEHIND_PROXY", False)
    assert said == address_of(get("/", REMOTE_ADDR=same_as, HTTP_X_FORWARDED_FOR="8.8.8.8"))


def test_whoever_does_not_ask_for_a_session_has_none(client: Client) -> None:
    assert not client.get("/ky/").cookies
