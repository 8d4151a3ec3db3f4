"""Days as a reader writes them."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from apps.guide.models import Source

pytestmark = pytest.mark.django_db


def shown(client: Client, language: str, date: str) -> str:
    source = Source.objects.get(code="RUSKLINE")
    source.date, source.date_note = date, ""
    source.save()
    item = re.search(r'<li id="RUSKLINE">.*?</a>,\s*(.*?)\. ', client.get(f"/{language}/sources/").text, re.DOTALL)
    assert item
    return item[1]


@pytest.mark.parametrize(
    ("language", "date", "text"),
    [
        ("ky", "2025-06-30", "2025-жылдын 30-июну"),
        ("ky", "2025-11", "2025-жылдын ноябры"),
        ("ru", "2025-11-30", "30 ноября 2025"),
        ("ru", "2025-11", "ноябрь 2025"),
        ("en", "2025-11-30", "30 November 2025"),
        ("en", "2025-11", "November 2025"),
        ("en", "2025", "2025"),
        ("uz", "2025-11-30", "2025-yil 30-noyabr"),
        ("uz-cyrl", "2025-11-30", "2025-йил 30-ноябрь"),
        ("tg", "2025-11-30", "30 ноябри соли 2025"),
        ("az", "2025-11-30", "30 noyabr 2025"),
        ("hy", "2025-11-30", "2025 թվականի նոյեմբերի 30"),
        ("kk", "2025-11-30", "2025 жылғы 30 қараша"),
        ("ka", "2025-11-30", "2025 წლის 30 ნოემბერი"),
        ("ka", "2025-11", "2025 წლის ნოემბერი"),
        ("ro", "2025-11-30", "30 noiembrie 2025"),
        ("uk", "2025-11-30", "30 листопада 2025"),
    ],
)
def test_a_source_shows_as_much_of_its_date_as_is_known(client: Client, language: str, date: str, text: str) -> None:
    assert shown(client, language, date) == text


@pytest.mark.parametrize("date", ["2025-13", "2025-02-30", "20251130", "2025-W48-4", "2025-1", "", "autumn"])
def test_a_day_that_never_was_is_refused(date: str) -> None:
    with pytest.raises(ValidationError):
        Source._meta.get_field("date").clean(date, None)
