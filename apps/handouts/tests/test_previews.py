"""A link of ours in a chat, read as messengers read it by their published rules.

WhatsApp: developers.facebook.com/documentation/business-messaging/whatsapp/link-previews. Telegram, VK and MAX follow
ogp.me and fall back to the page's title and description.
"""

import json
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from PIL import Image

from apps.amina import current
from apps.guide.models import Entry
from apps.handouts import linked_data
from apps.handouts.tests.vocabulary import complaints
from apps.translations import languages
from apps.translations.states import Edit, Severity
from apps.translations.worded import InLanguage
from apps.translations.writing import write

pytestmark = pytest.mark.django_db
BEGINNING, HEAVIEST, NARROWEST, FLATTEST = 300_000, 600_000, 300, 4  # WhatsApp
SOON = 8192  # bytes that an impatient reader takes
PAGES = ["", "q/moved/", "topics/daily/", "check/", "contacts/"]


class Head(HTMLParser):
    """What stands in the head of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: list[dict[str, str]] = []
        self.links: list[dict[str, str]] = []
        self.data, self._in_data = "", False
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in ("meta", "link"):
            {"meta": self.metas, "link": self.links}[tag].append(found)
        self._in_data = found.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        self.data += data if self._in_data else ""

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False

    def says(self, name: str) -> str:
        found = [meta["content"] for meta in self.metas if name in (meta.get("property"), meta.get("name"))]
        assert len(found) == 1, (name, found)
        return found[0]


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.PUBLISHED_ROOT = tmp_path


@pytest.mark.parametrize("language", languages.OWN_NAMES)
@pytest.mark.parametrize("path", PAGES)
def test_a_messenger_finds_title_text_address_and_picture(client: Client, language: str, path: str) -> None:
    r = client.get(f"/{language}/{path}", headers={"user-agent": "WhatsApp/2.23.20.0"})
    assert len(r.content.partition(b"</head>")[0]) < SOON < BEGINNING
    head = Head(r.text)
    assert head.says("og:title").strip()
    assert 0 < len(head.says("og:description")) <= 160
    assert 0 < len(head.says("description")) <= 160
    assert head.says("og:url") == f"http://testserver/{language}/{path}"  # no query, nobody's name
    assert head.says("og:type") in ("website", "article")
    assert head.says("og:image:alt").strip()
    assert head.says("theme-color")
    picture = client.get(head.says("og:image").removeprefix("http://testserver"))
    assert picture.headers["Content-Type"] == "image/png"
    assert len(picture.content) < HEAVIEST
    size = Image.open(BytesIO(picture.content)).size
    assert size == (int(head.says("og:image:width")), int(head.says("og:image:height")))
    assert size[0] >= NARROWEST
    assert size[0] / size[1] <= FLATTEST


def test_an_entry_says_when_it_was_changed(client: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    changed = (entry.changed_on or entry.checked_on).isoformat()
    assert Head(client.get("/ky/q/moved/").text).says("article:modified_time") == changed


def test_an_entry_says_when_an_editor_changed_its_meaning_but_not_a_typo(client: Client) -> None:
    Entry.objects.filter(slug="landlords").update(changed_on=date(2026, 11, 20))
    entry, writer = Entry.objects.get(slug="landlords"), User.objects.create_user("writer")
    before = Head(client.get("/ky/q/landlords/").text).says("article:modified_time")
    write(entry, {"short_answer_ru": entry.short_answer_ru + " Вот так."}, Edit(Severity.TYPO, by=writer))
    assert Head(client.get("/ky/q/landlords/").text).says("article:modified_time") == before
    write(entry, {"short_answer_ru": "Теперь срок один день."}, Edit(Severity.MEANING, by=writer))
    assert Head(client.get("/ky/q/landlords/").text).says("article:modified_time") == current.today().isoformat()


def test_an_entry_is_a_question_in_the_words_of_schema_org(client: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    found = json.loads(Head(client.get("/ky/q/moved/").text).data)
    assert complaints(found) == []
    assert found["inLanguage"] == "ky"
    assert found["dateModified"] == (entry.changed_on or entry.checked_on).isoformat()
    assert found["mainEntity"]["name"] == entry.title_ky
    assert found["mainEntity"]["acceptedAnswer"]["text"] == entry.short_answer_ky


def test_every_question_in_every_language_is_in_the_words_of_schema_org() -> None:
    for entry in Entry.objects.filter(published=True):
        for language in languages.OWN_NAMES:
            assert complaints(linked_data.question(InLanguage(entry, language))) == []


def test_words_that_schema_org_does_not_have_are_found() -> None:
    answer = {"@type": "Answer", "text": "…", "answer": "…"}
    found = complaints({"@type": "FAQPage", "dateModified": "2026-11-29", "mainEntity": answer, "inLanguage": 1})
    assert found == ["FAQPage.mainEntity: Answer.answer is no word for it", "FAQPage.inLanguage is not 1"]
    assert complaints({"@type": "Question", "acceptedAnswer": {"@type": "FAQPage"}, "name": "…"}) != []


def test_what_an_editor_writes_cannot_end_the_block_of_data(client: Client) -> None:
    Entry.objects.filter(slug="moved").update(title_ky="</script><script>alert(1)</script> & more")
    page = client.get("/ky/q/moved/").text
    assert "<script>alert" not in page
    assert json.loads(Head(page).data)["mainEntity"]["name"] == "</script><script>alert(1)</script> & more"


@pytest.mark.parametrize(
    ("page", "neutral"),
    [("", "/"), ("q/moved/", "/q/moved"), ("topics/daily/", "/t/daily"), ("contacts/", "/contacts/")],
)
def test_everybody_else_is_led_to_an_address_of_no_language(client: Client, page: str, neutral: str) -> None:
    links = Head(client.get(f"/ky/{page}").text).links
    assert [link["href"] for link in links if link.get("hreflang") == "x-default"] == [f"http://testserver{neutral}"]
    r = client.get(neutral, headers={"accept-language": "tg"})
    assert (r.status_code, r.url) == (302, f"/tg/{page}")


@pytest.mark.parametrize("path", ["favicon.ico", "apple-touch-icon.png", "apple-touch-icon-precomposed.png"])
def test_what_phones_ask_for_unasked_is_there(client: Client, path: str) -> None:
    r = client.get(f"/{path}")
    assert (r.status_code, r.url) == (302, "/static/icons/icon-192.png")
