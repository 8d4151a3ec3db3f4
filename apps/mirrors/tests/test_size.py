"""The page about days without internet tells how large the one file is, and does not make it anew for that."""

from math import ceil
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from apps.guide.models import Entry

pytestmark = pytest.mark.django_db


def test_the_size_is_that_of_the_file(
    client: Client, settings: Any, tmp_path: Path, django_assert_max_num_queries: Any
) -> None:
    settings.PUBLISHED_ROOT = tmp_path
    size = ceil(len(client.get("/ky/guide.html").content) / 1000)
    with django_assert_max_num_queries(2):
        assert f"{size} КБ" in client.get("/ky/without-internet/").text


def test_a_damaged_copy_is_made_anew(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.PUBLISHED_ROOT = tmp_path
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "ky").write_bytes(b"half")
    Entry.objects.filter(slug="moved").update(title_ky="Жаңы")  # a version that no process remembers
    assert client.get("/ky/guide.html").status_code == 200
    assert (tmp_path / "files" / "ky").read_bytes() != b"half"
