"""One page may be framed, and it has neither script nor cookie; oEmbed says how."""

import re
from typing import Any

import html5lib
import pytest
from django.conf import settings
from django.test import Client

from apps.guide.models import Entry

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["ky", "hy", "uz-cyrl", "en"])
def test_an_answer_may_be_framed_and_runs_nothing(client: Client, language: str) -> None:
    r = client.get(f"/embed/{language}/q/moved/")
    html5lib.HTMLParser(strict=True).parse(r.text)
    assert "frame-ancestors *" in r["Content-Security-Policy"] and "script-src 'none'" in r["Content-Security-Policy"]
    assert "X-Frame-Options" not in r and not r.cookies and "<script" not in r.text
    assert (r["Content-Language"], r["Cross-Origin-Resource-Policy"]) == (language, "cross-origin")
    assert f'href="/{language}/q/moved/"' in r.text and len(r.content) < 5000


@pytest.mark.parametrize("path", ["/ky/", "/ky/q/moved/", "/ky/ask/", "/ky/check/", "/data/facts.json", "/oembed/"])
def test_nothing_else_may_be_framed(client: Client, path: str) -> None:
    r = client.get(path)
    assert "frame-ancestors 'none'" in r["Content-Security-Policy"] and r["X-Frame-Options"] == "DENY"


def test_an_answer_that_was_renamed_or_is_not_there(client: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    entry.slug = "moving"
    entry.save()
    assert client.get("/embed/ky/q/moved/")["Location"] == "/embed/ky/q/moving/"
    assert client.get("/embed/ky/q/nothing/").status_code == client.get("/embed/xx/q/moving/").status_code == 404


def test_a_late_translation_says_so_in_the_frame_too(client: Client) -> None:
    entry = Entry.objects.get(slug="landlords")
    entry.short_answer_ru = "Теперь срок один день."
    entry.save()
    assert 'class="late"' in client.get("/embed/ky/q/landlords/").text


def asked(client: Client, address: str, **more: str) -> Any:
    return client.get("/oembed/", {"url": address, **more})


@pytest.mark.parametrize("path", ["/ky/q/moved/", "/ky/q/moved", "/embed/ky/q/moved/", "/ky/q/moved/?fbclid=1"])
def test_oembed_gives_a_frame_for_an_answer(client: Client, path: str) -> None:
    found = asked(client, settings.SITE_ADDRESS + path, maxwidth="300").json()
    assert (found["version"], found["type"], found["width"]) == ("1.0", "rich", 300)
    assert re.search(rf'<iframe src="{settings.SITE_ADDRESS}/embed/ky/q/moved/" width="300"', found["html"])


def test_every_answer_names_where_to_ask_for_its_frame(client: Client) -> None:
    found = re.search(r'type="application/json\+oembed"\s+href="([^"]+)"', client.get("/ky/q/moved/").text)
    assert found and "url=http%3A%2F%2Ftestserver%2Fky%2Fq%2Fmoved%2F" in found[1]


@pytest.mark.parametrize(
    "address", ["", "/", "https://elsewhere.example/ky/q/moved/", "http://[", "{own}/ky/", "{own}/xx/q/moved/"]
)
def test_oembed_knows_only_our_answers(client: Client, address: str) -> None:
    assert asked(client, address.replace("{own}", settings.SITE_ADDRESS)).status_code == 404


def test_a_title_stays_inside_its_attribute(client: Client) -> None:
    Entry.objects.filter(slug="moved").update(title_ky='"><script>alert(1)</script>')
    html = asked(client, f"{settings.SITE_ADDRESS}/ky/q/moved/", maxwidth="x", maxheight="9" * 9).json()["html"]
    assert "<script" not in html and html.count("<") == 2 and 'height="360"' in html
    assert asked(client, f"{settings.SITE_ADDRESS}/ky/q/moved/", format="xml").status_code == 501
