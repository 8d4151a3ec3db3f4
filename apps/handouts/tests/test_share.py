"""For those who pass things on: texts to send, everything chosen as one file, what has changed."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from apps.guide.models import Entry
from apps.guide.tests import markup
from apps.handouts import choosing, everything, messages
from apps.news.models import Change

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.PUBLISHED_ROOT, settings.SITE_ADDRESS = tmp_path, "https://amina-guide.example"


def test_every_text_to_send_is_short_and_whole() -> None:
    for said in everything.said():
        text = messages.text([said])
        assert len(text) <= messages.LONGEST
        assert said.title in text
        assert said.text in text
        assert text.endswith(f"\nhttps://amina-guide.example{said.path}")


def test_every_sms_fits_three_parts() -> None:
    for said in everything.said():
        text = messages.sms(said)
        assert text.startswith(said.title)
        assert len(text) <= (3 * 153 if set(text) <= messages.LATIN else 3 * 67), text
        assert text.endswith(f"\nhttps://amina-guide.example{said.path}")


def test_two_languages_stand_in_one_text_with_one_address() -> None:
    said = [one for one in everything.said() if one.path == "/q/moved" and one.language in ("ky", "ru")]
    text = messages.text(said)
    entry = Entry.objects.get(slug="moved")
    assert entry.title_ky in text
    assert entry.title_ru in text
    assert text.count("https://") == 1


def test_an_entry_offers_picture_text_and_sheet(client: Client) -> None:
    page = client.get("/ky/q/moved/").text
    for found in ('id="picture" href="http://testserver/p/ky/q/moved.square.', 'data-text="', "/ky/q/moved/sheet/"):
        assert found in page
    assert "http://testserver/ky/share/" in page


@pytest.mark.parametrize("language", ["ky", "hy", "ka", "en"])
def test_the_page_for_those_who_pass_on_is_valid_and_private(client: Client, language: str) -> None:
    r = client.get(f"/{language}/share/?since=2026-11-01")
    assert list(markup.complaints(r, language)) == []
    assert f"/embed/{language}/q/moved/" in r.text
    assert "/c/phone_lost" in r.text


def test_what_was_chosen_comes_as_one_file_of_pictures_texts_and_sheets(client: Client) -> None:
    r = client.get("/ky/share/files/?q=moved&q=phone-lost&in=ky&in=ru&in=xx&q=nothing")
    assert r.headers["Content-Type"] == "application/zip"
    names = ZipFile(BytesIO(r.content)).namelist()
    for slug in ("moved", "phone-lost"):
        for language in ("ky", "ru"):
            for end in ("wide.png", "square.png", "txt", "sms.txt"):
                assert f"{slug}/{slug}.{language}.{end}" in names
        assert {f"{slug}/{slug}.ky-ru.pdf", f"{slug}/{slug}.ky-ru.txt"} <= set(names)
    assert len(names) == 2 * (2 * 4 + 2)
    assert "no-store" in r.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("query", "said"), [("q=moved", "Жок дегенде бир жоопту"), ("in=ky", "Жок дегенде"), ("", "Жок дегенде бир жоопту")]
)
def test_where_nothing_is_chosen_the_page_says_so_and_keeps_the_ticks(client: Client, query: str, said: str) -> None:
    r = client.get(f"/ky/share/files/?{query}")
    assert r.status_code == 400
    assert said in r.text
    assert ('value="moved" checked' in r.text) == ("moved" in query)


def test_more_than_a_file_holds_is_refused_before_anything_is_made(client: Client) -> None:
    slugs = "&".join(f"q={slug}" for slug in Entry.objects.values_list("slug", flat=True))
    r = client.get(f"/ky/share/files/?{slugs}&in=ky")
    assert r.status_code == 400
    assert f"Бир файлга {choosing.IN_A_FILE} жооп сыят" in r.text


@pytest.mark.parametrize(
    ("day", "shown"), [("2026-11-20", True), ("2026-11-25", False), ("2026-02-31", False), ("x", False)]
)
def test_what_has_changed_since_a_day_is_told_and_comes_as_one_file(client: Client, day: str, shown: bool) -> None:
    Change.objects.all().delete()
    Change.objects.create(entry=Entry.objects.get(slug="moved"), day="2026-11-22")
    page = client.get(f"/ky/share/?since={day}").text
    told = page.partition('id="changed-since"')[2].partition("</section>")[0]
    assert ("/ky/changes/moved-2026-11-22/" in told) == shown
    assert ('name="q" value="moved"' in told) == ('id="digest"' in told) == shown


def test_lines_for_ones_own_site_are_those_of_the_chosen_answers(client: Client) -> None:
    def lines(query: str) -> list[str]:
        page = client.get(f"/ky/share/?{query}").text
        return (
            page.partition('id="frames"')[2].partition("readonly>")[2].partition("</textarea>")[0].strip().split("\n")
        )

    assert [line.count("/embed/ky/q/moved/") for line in lines("")] == [1]
    chosen = lines("frames=1&q=moved&q=phone-lost&in=ky&in=hy&in=xx&q=nothing")
    found = [line.partition("amina-guide.example")[2].partition("&quot;")[0] for line in chosen]
    assert sorted(found) == [f"/embed/{code}/q/{slug}/" for code in ("hy", "ky") for slug in ("moved", "phone-lost")]
    assert 'role="alert"' in client.get("/ky/share/?frames=1&q=moved").text


@pytest.mark.parametrize("language", ["ky", "ru", "hy", "ka"])
def test_how_to_print_and_to_put_answers_on_ones_own_site_is_told(client: Client, language: str) -> None:
    page = client.get(f"/{language}/share/").text
    for id in ("print", "own-site"):
        assert page.partition(f'id="{id}"')[2].partition("</section>")[0].count("<li>") == 6
    assert f"/data/entries.{language}.json" in page and "/oembed/?url=" in page and "frame-src https://" in page
