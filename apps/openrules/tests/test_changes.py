"""What has changed: the record is renewed with the rulebook, and its pages say it in words."""

import gzip
from datetime import date

import html5lib
import pytest
from django.test import Client

from apps.amina import current
from apps.openrules import changing
from apps.openrules.tests.test_rules_pages import STYLES
from apps.rules.authoring.recording import outdated, renewed, written
from apps.rules.saying.record import read_record

pytestmark = pytest.mark.django_db


def test_the_recorded_comparison_is_that_of_this_rulebook() -> None:
    assert [failure.message for failure in outdated(current.rulebook(), changing.FILE)] == []
    again = renewed(current.rulebook(), read_record(changing.FILE), None, date(2026, 11, 24))
    assert written(again) == changing.FILE.read_text("utf-8")


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_day_of_change_has_a_page_valid_and_small(client: Client, language: str) -> None:
    paths = ["", *(f"{day.id}/" for day in changing.days())]
    assert len(paths) > 6
    for path in paths:
        r = client.get(f"/{language}/rules/changes/{path}")
        assert r.status_code == 200
        html5lib.HTMLParser(strict=True).parse(r.text)
        assert len(gzip.compress(r.content)) + STYLES <= 14_000, path


def test_the_first_of_september_2026_names_steps_shares_and_people_in_words(client: Client) -> None:
    assert 'href="/en/rules/changes/2026-09-01/"' in client.get("/en/rules/changes/").text
    r = client.get("/en/rules/changes/2026-09-01/")
    assert '<a href="/en/rules/probably_covered/">' in r.text
    assert "0.0296 % of all combinations" in r.text
    assert "Citizenship: Kyrgyzstan; Where you are: In Moscow; Purpose" in r.text
    assert "More than 90 days" in r.text


def test_a_day_without_a_change_is_not_found(client: Client) -> None:
    assert client.get("/ky/rules/changes/2026-09-02/").status_code == 404


@pytest.mark.parametrize(("language", "share"), [("ky", "0,0008 %"), ("hy", "0,0008 %"), ("en", "0.0008 %")])
def test_a_share_is_written_as_the_language_writes_numbers(client: Client, language: str, share: str) -> None:
    assert share in client.get(f"/{language}/rules/changes/2025-12-01/").text
