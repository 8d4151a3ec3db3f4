"""Sheets and posters: up to four languages, an address for everybody, one page of paper."""

import re
from io import BytesIO
from typing import Any

import pypdf
import pytest
from django.test import Client

from apps.guide.models import Entry
from apps.guide.tests import markup
from apps.handouts import everything, paper
from apps.handouts.saying import Said
from apps.handouts.typesetting import Box
from apps.publishing import addresses
from apps.translations import languages

pytestmark = pytest.mark.django_db
SHEETS = ["q/moved/sheet/", "topics/daily/sheet/", "sheet/"]
FOUR = "?with=ru&with=hy&with=ka"


@pytest.mark.parametrize("path", SHEETS)
@pytest.mark.parametrize("language", ["ky", "hy", "ka", "uz-cyrl", "en"])
def test_a_sheet_is_there_valid_and_private(client: Client, language: str, path: str) -> None:
    r = client.get(f"/{language}/{path}")
    assert list(markup.complaints(r, language)) == []
    assert 'content="noindex"' in r.text


def test_a_sheet_says_the_answer_in_every_chosen_language(client: Client) -> None:
    r = client.get(f"/ky/q/moved/sheet/{FOUR}")
    entry = Entry.objects.get(slug="moved")
    for language in ("ky", "ru", "hy", "ka"):
        assert f'<section lang="{language}">' in r.text
        assert getattr(entry, f"title_{language}") in r.text
        assert getattr(entry, f"short_answer_{language}") in r.text
    assert re.search('aria-label="QR [^"]+/q/moved"', r.text)


@pytest.mark.parametrize("query", ["?with=ru&with=uz&with=tg&with=hy", "?with=xx&with=ru&with=ru", "?with=%00"])
def test_whatever_is_asked_for_a_sheet_has_at_most_four_languages(client: Client, query: str) -> None:
    r = client.get(f"/ky/q/moved/sheet/{query}")
    assert r.status_code == 200
    assert r.text.count("<section lang=") == {"?with=ru": 4, "?with=xx": 2, "?with=%0": 1}[query[:8]]
    assert ("Бир баракка төрт тил сыят" in r.text) == query.startswith("?with=ru")


def test_a_language_that_an_entry_lacks_is_not_on_its_sheet(client: Client) -> None:
    Entry.objects.filter(slug="moved").update(languages=["ru", "ky"])
    assert client.get("/ky/q/moved/sheet/?with=hy&with=ru").text.count("<section lang=") == 2


@pytest.mark.parametrize("path", ["q/nothing/sheet/", "topics/nothing/sheet/"])
def test_there_is_no_sheet_of_nothing(client: Client, path: str) -> None:
    assert client.get(f"/ky/{path}").status_code == 404


def test_a_hidden_entry_has_no_sheet(client: Client) -> None:
    Entry.objects.filter(slug="moved").update(published=False)
    assert client.get("/ky/q/moved/sheet/").status_code == 404


@pytest.mark.parametrize("path", ["ky/q/moved/sheet/", "uz-cyrl/topics/daily/sheet/", "ru/sheet/", "ka/share/files/"])
def test_what_is_made_to_order_is_never_taken_for_a_published_page(path: str) -> None:
    assert addresses.asks(f"/{path}", "")


def test_a_sheet_as_a_file_is_one_page_of_a4(client: Client) -> None:
    r = client.get(f"/ky/q/moved/sheet/{FOUR}&as=pdf")
    assert r.headers["Content-Type"] == "application/pdf"
    pages = pypdf.PdfReader(BytesIO(r.content)).pages
    assert len(pages) == 1
    assert [round(float(side) / 72 * 25.4) for side in pages[0].mediabox[2:]] == [210, 297]
    assert len(r.content) < 60_000


def test_no_text_of_a_sheet_leaves_the_room_of_its_language() -> None:
    by_path: dict[str, list[Said]] = {}
    for one in everything.said():
        by_path.setdefault(one.path, []).append(one)
    assert len(by_path) > 80
    assert {path: found for path, said in by_path.items() if (found := outside(hardest(said)))} == {}


def hardest(said: list[Said]) -> list[Said]:
    return sorted(said, key=lambda one: -len(one.title + one.text))[:4]


def outside(said: list[Said]) -> list[str]:
    page = Box(paper.MARGIN - 8, paper.MARGIN - 8, paper.WIDTH - 2 * paper.MARGIN + 16, paper.HEIGHT - 2 * paper.MARGIN)
    lines = [line for line in paper.lines(said) if line.text]
    boxes = [line.box() for line in lines]
    wrong = [line.text for line, box in zip(lines, boxes, strict=True) if not page.holds(box)]
    stacked = list(zip(boxes, boxes[1:], strict=False))[: -len(paper.FOOT)]
    return wrong + [f"line {n} stands on the next" for n, (a, b) in enumerate(stacked) if a.top + a.height > b.top + 2]


def test_every_language_can_be_ticked_but_the_page_s_own(client: Client) -> None:
    r: Any = client.get("/hy/q/moved/sheet/")
    assert r.text.count('name="with"') == len(languages.OWN_NAMES) - 1
    assert 'value="hy"' not in r.text
