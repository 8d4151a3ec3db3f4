"""Editors see what readers find for a question, why, and which entries lack wordings."""

import pytest
from django.test import Client

from apps.guide.models import Entry

pytestmark = pytest.mark.django_db


def test_a_question_is_tried_and_every_word_shows_what_it_adds(editor: Client) -> None:
    page = editor.get("/admin/guide/entry/trial/", {"q": "телефонум жоголду", "in": "ky"}).text
    rows = page.partition("<tbody>")[2]
    assert '<th scope="col">telefon</th><th scope="col">jogoldu</th>' in page
    assert rows.index("phone-lost") < rows.index("card-lost")


@pytest.mark.parametrize("sent", [{}, {"q": "\x00😀"}, {"q": "телефон", "in": "xx"}])
def test_a_strange_question_breaks_nothing(editor: Client, sent: dict[str, str]) -> None:
    assert editor.get("/admin/guide/entry/trial/", sent).status_code == 200


def test_nobody_else_may_try(client: Client) -> None:
    assert client.get("/admin/guide/entry/trial/").status_code == 302


def test_entries_with_few_wordings_are_found_by_language(editor: Client) -> None:
    Entry.objects.filter(slug="moved").update(asked_ky="бир\nэки")
    page = editor.get("/admin/guide/entry/", {"few_wordings": "ky"}).text
    assert page.count('class="field-slug"') == 1 or "moved" in page.partition("result_list")[2]
    assert "phone-lost" not in page.partition('id="result_list"')[2]
