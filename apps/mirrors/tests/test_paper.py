"""The booklet: everything of a language on paper, with contents, codes, and pages in the order in which they are folded."""

from io import BytesIO

import pytest
from django.test import Client
from pypdf import PdfReader, PdfWriter

from apps.guide.models import Entry
from apps.mirrors import folding

SIDES = [(7, 0), (1, 6), (5, 2), (3, 4)]


def test_eight_pages_fold_from_two_sheets() -> None:
    assert folding.sheets(8) == SIDES


@pytest.mark.parametrize("count", range(1, 30))
def test_every_page_stands_on_a_sheet_once(count: int) -> None:
    sheets = folding.sheets(count)
    assert sorted(page for pair in sheets for page in pair if page is not None) == list(range(count))
    assert len(sheets) % 2 == 0


def test_a_folded_booklet_has_half_as_many_sides() -> None:
    writer, pages = PdfWriter(), BytesIO()
    for _ in range(8):
        writer.add_blank_page(width=419.5, height=595.3)
    writer.write(pages)
    assert len(PdfReader(BytesIO(folding.folded(pages.getvalue()))).pages) == 4


@pytest.mark.django_db
def test_the_booklet_holds_every_answer_under_its_contents(client: Client) -> None:
    page = client.get("/ky/booklet/").text
    for slug in Entry.objects.published().values_list("slug", flat=True):
        assert f'href="#ky/q/{slug}/"' in page
        assert f'id="ky/q/{slug}/"' in page
    assert page.count("data:image/svg+xml") >= 2
