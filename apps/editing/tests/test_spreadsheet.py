"""The spreadsheet of a language: whole, and harmless to whoever opens it."""

import csv
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from apps.guide.models import Entry

pytestmark = pytest.mark.django_db
PAGE = "/admin/translations/translationstate/exchange/"
OFFICE = shutil.which("soffice") or ""
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1"  # comma, quotation mark, UTF-8, from the first line


@pytest.fixture
def content(editor: Client) -> bytes:
    entry = Entry.objects.get(slug="moved")
    entry.title_ky, entry.body_ky = "=SUM(A:B)", f"-5 күн\n\n3. +7 495\n\n{entry.body_ky}"
    entry.save()
    return editor.get(f"{PAGE}ky.xlsx").content


def rows(content: bytes) -> list[list[str]]:
    return [[text or "" for text in row] for row in load_workbook(BytesIO(content))["ky"].values]


def test_a_spreadsheet_holds_every_text_and_no_formula(content: bytes) -> None:
    texts = {tuple(row[:3]): row[5] for row in rows(content)}
    assert texts["entry", "moved", "title"] == "=SUM(A:B)"
    assert len(texts) > 300
    sheet: Any = load_workbook(BytesIO(content))["ky"]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_an_office_program_reads_every_text_as_it_is(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "ky.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = [OFFICE, profile, "--headless", "--convert-to", AS_CSV, "--outdir", str(tmp_path), "ky.xlsx"]
    subprocess.run(convert, cwd=tmp_path, check=True, capture_output=True)
    with (tmp_path / "ky.csv").open(encoding="utf-8", newline="") as file:
        assert [*csv.reader(file)] == rows(content)
