"""A language as one file: whole, small, of one version, new when something has changed."""

import gzip
import json
import os
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from apps.amina import current
from apps.amina.models import Phrase
from apps.guide.models import Entry
from apps.offline import packing, packs
from apps.translations import languages

pytestmark = pytest.mark.django_db

MOST = 275_000
LANGUAGES = list(languages.OWN_NAMES) if os.environ.get("EVERY_LANGUAGE") else ["ky", "hy", "ka"]


@pytest.fixture
def nothing_cached() -> Iterator[None]:
    """For tests that change something; the others read the same pack."""
    cache.clear()
    yield
    cache.clear()


def pack(client: Client, language: str = "ky") -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/{language}/offline/pack.json").json()
    texts = {path: unpacked(path, text, found["shared"]) for path, (_, text) in found["files"].items()}
    return {**found, "files": {f"/{path}": text for path, text in texts.items()}}


def unpacked(path: str, text: str, shared: list[str]) -> str:
    """What the service worker puts together (static/js/service-worker/2-saving.js)."""
    whole = re.sub("[\ue001-\uf8ff]", lambda piece: shared[ord(piece[0]) - 0xE001], text)
    return whole.replace("\ue000", path.partition("/")[2])


def test_its_policy_stands_in_one_order_whichever_process_makes_it(client: Client) -> None:
    policy = pack(client)["headers"]["Content-Security-Policy"].split("; ")
    assert policy == sorted(policy)


def test_a_pack_holds_every_entry_and_all_that_its_pages_need(client: Client) -> None:
    files = pack(client)["files"]
    assert {f"/ky/q/{slug}/" for slug in Entry.objects.values_list("slug", flat=True)} <= set(files)
    assert {"/ky/", "/ky/contacts/", "/ky/check/", "/ky/offline/", "/static/css/site.css"} <= set(files)
    assert {"/ky/rules/", "/ky/rules/restore_signal/", "/ky/rules/changes/", "/ky/rules/flow/"} <= set(files)
    page = files["/ky/check/"]
    assert all(address in page for address in files if address.endswith(".json"))
    served = client.get("/ky/q/moved/", headers={"host": urlsplit(settings.SITE_ADDRESS).netloc}).text
    assert without_blanks(body(files["/ky/q/moved/"])) == without_blanks(body(served))


def body(page: str) -> str:
    return page[page.index("<body") :]


def without_blanks(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_what_only_machines_read_is_in_no_pack(client: Client) -> None:
    page = pack(client)["files"]["/ky/q/moved/"]
    head = page[: page.index("<body")]
    assert "<title>" in head and 'rel="stylesheet"' in head and "viewport" in head
    assert not re.search(r'og:|canonical|alternate|name="description|ld\+json', head)


@pytest.mark.parametrize(
    "text", ["<pre>\n\none\n\n\ntwo</pre>", "<textarea>\n\none</textarea>", '<p data-text="one\n\ntwo">']
)
def test_lines_that_are_meant_to_be_empty_stay(text: str) -> None:
    assert packing.for_people(f"<main>\n\n\n{text}\n \n</main>") == f"<main>\n{text}\n</main>"


@given(st.lists(st.text(st.sampled_from('ab<"\n\ue000\uf8ff'), max_size=80), max_size=6))
def test_every_text_comes_out_as_it_went_in(texts: list[str]) -> None:
    """Except for letters that nobody's font has."""
    files = {f"ky/{'a' * at}/": ("text/plain", text) for at, text in enumerate(texts)}
    found = packing.together(files)
    for path, (_, text) in files.items():
        assert unpacked(path, found["files"][path][1], found["shared"]) == re.sub("[\ue000\uf8ff]", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_is_small(client: Client, language: str) -> None:
    size = len(gzip.compress(client.get(f"/{language}/offline/pack.json").content))
    print(language, size)
    assert size <= MOST


def test_what_pages_say_alike_is_written_once(client: Client) -> None:
    """A title stands in the page's head, its heading, and wherever others lead to it, each time with other words."""
    known = client.get("/ka/offline/pack.json").json()
    asked = Entry.objects.get(slug="moved").title_ka.partition(".")[0]
    assert len([part for part in known["shared"] if asked in part]) == 1
    assert not [path for path, file in known["files"].items() if asked in str(file)]


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
    cache.clear()
    after = pack(client)
    assert after["version"] != before["version"]
    assert "Жаңы текст" in json.dumps(after, ensure_ascii=False)


def test_a_pack_is_of_one_day_in_moscow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two servers that made it on two days would otherwise serve two packs in turn, for ever."""
    keys = set()
    for day in (date(2027, 1, 15), date(2027, 1, 16)):
        monkeypatch.setattr(current, "today", lambda day=day: day)
        keys.add(packs.key("ky"))
    assert len(keys) == 2


def test_another_port_makes_no_other_pack(client: Client) -> None:
    versions = {client.get("/ky/offline/pack.json", headers={"host": f"127.0.0.1:{port}"})["ETag"] for port in (1, 2)}
    assert len(versions) == 1


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
