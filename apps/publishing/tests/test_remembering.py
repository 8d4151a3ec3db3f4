"""What pages have in common is read once for a version, and never older than the page that shows it."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from apps.guide.models import Entry

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(connection.vendor == "postgresql", reason="it tells no versions apart within a test's transaction")
@pytest.mark.parametrize(("first", "then"), [("q/moved/", "q/iphone/"), ("rules/covered/", "rules/restore_signal/")])
def test_the_second_page_of_a_version_needs_two_queries(
    client: Client, django_assert_max_num_queries: Any, first: str, then: str
) -> None:
    client.get(f"/ky/{first}")
    with django_assert_max_num_queries(2):
        assert client.get(f"/ky/{then}").status_code == 200


def test_a_change_is_on_all_pages_at_once_however_it_was_made(client: Client) -> None:
    for title in ("Биринчи аталыш", "Экинчи аталыш"):
        Entry.objects.filter(slug="iphone").update(title_ky=title)
        assert title in client.get("/ky/").text


def test_what_was_never_committed_is_forgotten(client: Client) -> None:
    """The number of the version that never was is given again."""
    for title in ("Эч качан болбогон аталыш", "Жаңы аталыш"):
        with transaction.atomic():
            Entry.objects.filter(slug="iphone").update(title_ky=title)
            assert title in client.get("/ky/").text
            transaction.set_rollback(True)
    assert "аталыш" not in client.get("/ky/").text


def test_an_entry_that_is_hidden_is_linked_no_longer(client: Client) -> None:
    link = 'href="/ky/q/other-region/"'
    assert link in client.get("/ky/q/moved/").text
    Entry.objects.filter(slug="other-region").update(published=False)
    assert link not in client.get("/ky/q/moved/").text
