"""An answer as texts to send: in one language, in two, and as an SMS; without scripts too."""

from html import unescape
from typing import Any

import pytest
from django.test import Client

from apps.guide.models import Entry
from apps.guide.tests import markup
from apps.handouts import everything, messages

pytestmark = pytest.mark.django_db


def field(page: str, id: str) -> str:
    """What stands in a field of the page, to be marked and copied."""
    return unescape(page.partition(f'<textarea id="{id}"')[2].partition("readonly>\n")[2].partition("</textarea>")[0])


@pytest.mark.parametrize(("language", "second"), [("ky", "ru"), ("ru", "uz"), ("hy", "ru"), ("uz-cyrl", "ru")])
def test_an_entry_leads_to_its_text_in_two_languages(client: Client, language: str, second: str) -> None:
    address = f"/{language}/q/moved/text/"
    assert f'href="http://testserver{address}"' in client.get(f"/{language}/q/moved/").text
    r = client.get(address)
    assert list(markup.complaints(r, language)) == []
    both = field(r.text, "both")
    for code in (language, second):
        assert field(client.get(f"/{code}/q/moved/text/").text, "own").partition("\n")[0] in both
    assert both.count("://") == 1 and both.endswith("/q/moved")


def test_the_second_language_is_the_readers_choice(client: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    both = field(client.get("/ky/q/moved/text/?with=ka").text, "both")
    assert entry.title_ky in both and entry.title_ka in both and entry.title_ru not in both
    for odd in ("ky", "xx", ""):
        assert entry.title_ru in field(client.get(f"/ky/q/moved/text/?with={odd}").text, "both")


def test_text_and_sms_stand_on_the_page_as_they_are_sent(client: Client, settings: Any) -> None:
    said = next(one for one in everything.said() if (one.path, one.language) == ("/q/moved", "ky"))
    page = client.get("/ky/q/moved/text/").text
    assert field(page, "own") == messages.text([said])
    assert field(page, "sms") == messages.sms(said)


def test_an_answer_without_a_second_language_has_one_text(client: Client) -> None:
    Entry.objects.filter(slug="moved").update(languages=["ru"])
    page = client.get("/ky/q/moved/text/").text
    assert 'id="both"' not in page and Entry.objects.get(slug="moved").title_ru in field(page, "own")


@pytest.mark.parametrize("slug", ["nothing", "moved"])
def test_there_are_no_texts_of_what_is_not_public(client: Client, slug: str) -> None:
    Entry.objects.filter(slug="moved").update(published=False)
    assert client.get(f"/ky/q/{slug}/text/").status_code == 404
