"""The spreadsheet of a language: whole, and harmless to whoever opens it."""

from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from apps.guide.models import Entry

pytestmark = pytest.mark.django_db
PAGE = "/admin/translations/translationstate/exchange/"


def test_a_spreadsheet_holds_every_text_and_no_formula(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    entry.title_ky = "=SUM(A:B)"
    entry.save()
    sheet = load_workbook(BytesIO(editor.get(f"{PAGE}ky.xlsx").content))["ky"]
    rows = {tuple(row[:3]): row[5] for row in sheet.iter_rows(values_only=True)}
    assert rows["entry", "moved", "title"] == "=SUM(A:B)"
    assert len(rows) > 300
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
