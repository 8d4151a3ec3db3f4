"""Each change has an address of its own, with a card, that keeps leading to what is true now."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import feedparser
import pytest
from django.test import Client
from django.utils import translation
from PIL import Image

from apps.guide.models import Entry
from apps.guide.tests import markup
from apps.handouts import everything
from apps.news.models import Change
from apps.news.showing import newest
from apps.translations import languages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.PUBLISHED_ROOT, settings.SITE_ADDRESS = tmp_path, "http://testserver"


@pytest.fixture
def moved() -> Change:
    Change.objects.all().delete()
    return Change.objects.create(entry=Entry.objects.get(slug="moved"), day="2026-11-22")


@pytest.mark.parametrize("language", ["ky", "hy", "uz-cyrl", "en"])
def test_every_change_that_is_listed_has_a_valid_page_of_its_own(client: Client, language: str) -> None:
    with translation.override(language):
        rows = newest(language)
    listed = client.get(f"/{language}/changes/").text
    for news in rows:
        address = f"/{language}/changes/{news.id}/"
        assert f'href="{address}"' in listed
        r = client.get(address)
        assert list(markup.complaints(r, language)) == []
        for told in (news.title, news.whom, news.to_do):
            assert re.sub(r"&#?\w+;|['’\"&<>]", "", told) in re.sub(r"&#?\w+;|['’\"&<>]", "", r.text)
        assert f'href="/{language}/q/{news.slug}/"' in r.text


@pytest.mark.parametrize("language", languages.OWN_NAMES)
def test_its_card_is_a_picture_of_the_change_and_not_of_the_entry(client: Client, language: str, moved: Change) -> None:
    page = client.get(f"/{language}/changes/moved-2026-11-22/").text
    found = re.search(r'og:image" content="http://testserver(/p/[^"]+)"', page)
    assert found and found[1].startswith(f"/p/{language}/n/moved-2026-11-22.wide.")
    picture = client.get(found[1])
    assert Image.open(BytesIO(picture.content)).size == (1200, 630)
    assert found[1] not in client.get(f"/{language}/q/moved/").text
    assert 'property="og:type" content="article"' in page and 'content="2026-11-22"' in page


def test_the_card_of_older_words_leads_to_that_of_now(client: Client, moved: Change) -> None:
    r = client.get("/p/ky/n/moved-2026-11-22.wide.000000000000.png")
    assert r.status_code == 302 and r["Location"].startswith("/p/ky/n/moved-2026-11-22.wide.")


def test_cards_of_changes_are_painted_with_all_others(moved: Change) -> None:
    found = [one.language for one in everything.said() if one.path == "/n/moved-2026-11-22"]
    assert found == [*languages.OWN_NAMES]


def test_an_older_change_leads_to_the_newest_of_the_same_answer(client: Client, moved: Change) -> None:
    Change.objects.create(entry=moved.entry, day="2026-11-25")
    r = client.get("/ky/changes/moved-2026-11-22/")
    assert (r.status_code, r["Location"]) == (302, "/ky/changes/moved-2026-11-25/")
    assert client.get(r["Location"]).status_code == 200


def test_the_short_address_leads_everybody_to_their_language(client: Client, moved: Change) -> None:
    r = client.get("/n/moved-2026-11-22", headers={"accept-language": "tg"})
    assert (r.status_code, r["Location"]) == (302, "/tg/changes/moved-2026-11-22/")
    page = client.get("/ky/changes/moved-2026-11-22/").text
    assert "http://testserver/n/moved-2026-11-22" in page  # the text to send


def test_a_renamed_answer_is_found_by_its_old_name(client: Client, moved: Change) -> None:
    moved.entry.slug = "moving"
    moved.entry.save()
    assert client.get("/ky/changes/moved-2026-11-22/")["Location"] == "/ky/q/moving/"


@pytest.mark.parametrize("id", ["moved-2026-11-23", "moved-2026-02-31", "moved", "2026-11-22", "nothing-2026-11-22"])
def test_there_is_no_page_of_no_change(client: Client, moved: Change, id: str) -> None:
    assert client.get(f"/ky/changes/{id}/").status_code == 404


def test_a_hidden_answer_has_no_page_of_its_change(client: Client, moved: Change) -> None:
    Entry.objects.filter(slug="moved").update(published=False)
    assert client.get("/ky/changes/moved-2026-11-22/").status_code == 404


def test_feeds_digest_and_data_lead_to_it_and_readers_of_feeds_know_it_by_its_old_name(
    client: Client, moved: Change
) -> None:
    own = "http://testserver/ky/changes/moved-2026-11-22/"
    entry = feedparser.parse(client.get("/ky/changes/feed.atom").content).entries[0]
    assert (entry.link, entry.id) == (own, "http://testserver/ky/changes/#moved-2026-11-22")
    item = json.loads(client.get("/ky/changes/feed.json").content)["items"][0]
    assert (item["url"], item["id"]) == (own, entry.id)
    data = json.loads(client.get("/data/changes.json").content)["changes"][0]["texts"]["ky"]
    assert (data["own_address"], data["address"]) == (own, "http://testserver/ky/q/moved/")
    assert f"<loc>{own}</loc>" in client.get("/sitemap.xml").text
