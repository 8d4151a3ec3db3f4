"""What a page says about its own address and languages."""

import re

import pytest
from django.test import Client

from apps.guide.models import Entry

pytestmark = pytest.mark.django_db


def lose(slug: str, language: str) -> None:
    entry = Entry.objects.get(slug=slug)
    for name in ("title", "short_answer", "body"):
        setattr(entry, f"{name}_{language}", "")
    entry.save()


def test_a_page_that_stands_in_for_a_translation_is_a_copy_of_the_russian_page(client: Client) -> None:
    lose("moved", "uz")
    r = client.get("/uz/q/moved/")
    assert '<link rel="canonical" href="http://testserver/ru/q/moved/">' in r.text
    assert '<meta property="og:url" content="http://testserver/uz/q/moved/">' in r.text
    assert 'hreflang="uz" href="http' not in r.text


def test_a_translated_entry_stands_for_itself(client: Client) -> None:
    r = client.get("/uz/q/moved/")
    assert '<link rel="canonical" href="http://testserver/uz/q/moved/">' in r.text
    assert '<div lang="uz">' in r.text
    assert "<loc>http://testserver/uz/q/moved/</loc>" in client.get("/sitemap.xml").text


def test_the_other_languages_are_those_of_the_sitemap(client: Client) -> None:
    lose("moved", "uz")
    page = set(re.findall(r'hreflang="(\w\w)" href="http', client.get("/ky/q/moved/").text))
    listed = set(re.findall(r"<loc>http://testserver/(\w\w)/q/moved/</loc>", client.get("/sitemap.xml").text))
    assert page == listed
    assert "ky" in page and "uz" not in page


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_what_a_messenger_reads_leaves_room_for_a_long_host_name(client: Client, language: str) -> None:
    for slug in Entry.objects.values_list("slug", flat=True):
        page = client.get(f"/{language}/q/{slug}/").content
        assert page.index(b">", page.index(b'property="og:locale"')) < 1900, slug


def test_every_source_can_be_pointed_at(client: Client) -> None:
    r = client.get("/ky/sources/")
    assert '<li id="AVESTA">' in r.text
    assert r.text.count("<li id=") == len(set(re.findall(r'<li id="([^"]+)"', r.text)))


def test_the_home_page_leads_to_what_has_changed_and_to_people_to_ask(client: Client) -> None:
    news = client.get("/ky/").text.partition("Эмне өзгөрдү")[2]
    assert len(re.findall(r"/ky/q/([\w-]+)/", news.partition("</ul>")[0])) == 3
    assert 'href="/ky/changes/"' in news
    assert 'href="/ky/contacts/">Кимден сурайм' in news
