"""Short addresses for paper and codes: of no language, and good for ever."""

from typing import Any

import pytest
from django.test import Client

from apps.amina import current
from apps.guide.models import Entry, Topic
from apps.handouts import short

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "there"), [("uz-Cyrl-UZ", "/uz-cyrl/q/moved/"), ("hy", "/hy/q/moved/"), ("", "/ru/q/moved/")]
)
def test_everybody_is_led_to_their_own_language(
    client: Client, django_assert_num_queries: Any, language: str, there: str
) -> None:
    with django_assert_num_queries(0):
        r = client.get("/q/moved", headers={"accept-language": language})
    assert (r.status_code, r.url) == (302, there)
    assert "Accept-Language" in r.headers["Vary"]
    assert not r.cookies


@pytest.mark.usefixtures("one_version")
def test_every_entry_topic_and_event_has_a_short_address_that_leads_to_it(client: Client) -> None:
    events = [question.id for question in current.rulebook().questions.values() if question.screen == "events"]
    assert "phone_lost" in events
    paths = [short.of(thing) for thing in [*Entry.objects.all(), *Topic.objects.all()]] + list(map(short.event, events))
    assert [path for path in paths if len(path) > short.LONGEST] == []
    assert [path for path in paths if client.get(path, follow=True).status_code != 200] == []


def test_an_old_name_leads_to_the_entry_as_it_is_called_now(client: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    entry.slug = "moved-house"
    entry.save()
    r = client.get("/q/moved", headers={"accept-language": "ky"}, follow=True)
    assert r.redirect_chain[-1][0] == "/ky/q/moved-house/"
    assert r.status_code == 200


def test_the_self_check_opens_with_the_event_chosen(client: Client) -> None:
    r = client.get("/c/phone_lost", headers={"accept-language": "ru"}, follow=True)
    assert r.redirect_chain[-1][0] == "/ru/check/?about=phone_lost"
    assert 'name="phone_lost" value="yes"' in r.text


def test_what_is_not_there_is_said_in_the_readers_language(client: Client) -> None:
    r = client.get("/q/nothing", headers={"accept-language": "ky"}, follow=True)
    assert r.status_code == 404
    assert '<html lang="ky">' in r.text


@pytest.mark.parametrize("path", ["/q/moved", "/t/daily", "/c/phone_lost"])
def test_every_short_address_is_a_code_for_posters(client: Client, path: str) -> None:
    r = client.get(f"{path}.svg")
    assert r.headers["Content-Type"] == "image/svg+xml"
    assert r.content.startswith(b"<svg")


@pytest.mark.parametrize("path", ["/x/moved", f"/q/{'a' * 50}"])
def test_nothing_else_is_a_code(client: Client, path: str) -> None:
    assert client.get(f"{path}.svg").status_code == 404
