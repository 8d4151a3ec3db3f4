"""A language as one file: whole, small, of one version, new when something has changed."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from apps.amina.models import Phrase
from apps.guide.models import Entry

pytestmark = pytest.mark.django_db

MOST = 280_000


@pytest.fixture
def nothing_cached() -> Iterator[None]:
    """For tests that change something; the others read the same pack."""
    cache.clear()
    yield
    cache.clear()


def pack(client: Client, language: str = "ky") -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/{language}/offline/pack.json").json()
    return found


def test_a_pack_holds_every_entry_and_all_that_its_pages_need(client: Client) -> None:
    files = pack(client)["files"]
    assert {f"/ky/q/{slug}/" for slug in Entry.objects.values_list("slug", flat=True)} <= set(files)
    assert {"/ky/", "/ky/contacts/", "/ky/check/", "/ky/offline/", "/static/css/site.css"} <= set(files)
    page = files["/ky/check/"][1]
    assert all(address in page for address in files if address.endswith(".json"))
    assert files["/ky/q/moved/"][1] == client.get("/ky/q/moved/").text


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_a_pack_is_small(client: Client, language: str) -> None:
    assert len(gzip.compress(client.get(f"/{language}/offline/pack.json").content, 6)) <= MOST


def test_an_unchanged_pack_is_not_sent_again(client: Client) -> None:
    r = client.get("/ky/offline/pack.json")
    assert client.get("/ky/offline/pack.json", headers={"if-none-match": r.headers["ETag"]}).status_code == 304


@pytest.mark.usefixtures("nothing_cached")
@pytest.mark.parametrize("thing", [Entry, Phrase])
def test_an_editors_change_makes_a_new_version(client: Client, thing: Any) -> None:
    before = pack(client)
    name = "title_ky" if thing is Entry else "text_ky"
    row = thing.objects.first()
    setattr(row, name, "Жаңы текст")
    row.save()
    assert pack(client)["version"] == before["version"], "it may be some seconds old"
    cache.clear()
    after = pack(client)
    assert after["version"] != before["version"]
    assert "Жаңы текст" in json.dumps(after, ensure_ascii=False)


@pytest.mark.usefixtures("nothing_cached")
def test_a_hidden_entry_leaves_the_pack(client: Client) -> None:
    Entry.objects.filter(slug="moved").update(published=False)
    assert "/ky/q/moved/" not in json.dumps(pack(client))


def test_the_worker_may_serve_the_whole_site_and_is_never_stale(client: Client) -> None:
    r = client.get("/service-worker.js")
    assert r.headers["Content-Type"].startswith("text/javascript")
    assert "no-cache" in r.headers["Cache-Control"]
    assert "worker-src 'self'" in r.headers["Content-Security-Policy"]


@pytest.mark.parametrize("language", ["ky", "uz"])
def test_the_manifest_makes_the_language_installable(client: Client, language: str) -> None:
    found = client.get(f"/{language}/manifest.webmanifest").json()
    assert (found["start_url"], found["scope"], found["display"]) == (f"/{language}/", "/", "standalone")
    assert {icon["sizes"] for icon in found["icons"]} == {"192x192", "512x512"}


def test_the_offline_page_lists_what_is_saved(client: Client) -> None:
    r = client.get("/ky/offline/")
    assert 'href="/ky/q/moved/"' in r.text
    assert 'href="/ky/check/"' in r.text
