"""The texts of the self-check in the admin: changed, never added or deleted."""

import pytest
from django.test import Client

from apps.amina.models import Phrase
from apps.editing.tests.people import save

pytestmark = pytest.mark.django_db


def phrase(key: str = "questions.citizenship.title") -> Phrase:
    return Phrase.objects.get(key=key)


def test_a_text_is_changed_at_once(editor: Client) -> None:
    address = f"/admin/amina/phrase/{phrase('questions.about.title').pk}/change/?translate_to=ky"
    assert save(editor, address, text_ky="Эмне үчүн келдиңиз?").status_code == 302
    assert "Эмне үчүн келдиңиз?" in Client().get("/ky/check/").text


def test_a_russian_text_is_required(editor: Client) -> None:
    before = phrase().text_ru
    save(editor, f"/admin/amina/phrase/{phrase().pk}/change/", text_ru="", severity="meaning")
    assert phrase().text_ru == before


def test_a_text_of_the_rulebook_is_neither_added_nor_deleted(editor: Client) -> None:
    assert editor.post(f"/admin/amina/phrase/{phrase().pk}/delete/", {"post": "yes"}).status_code == 403
    assert editor.get("/admin/amina/phrase/add/").status_code == 403


def test_a_text_is_found_by_its_id_and_by_its_lack_of_a_language(editor: Client) -> None:
    Phrase.objects.filter(key="questions.citizenship.title").update(text_uz="")
    assert "questions.citizenship.title" in editor.get("/admin/amina/phrase/?q=citizenship&lacks=uz").text
    assert "questions.citizenship.title" not in editor.get("/admin/amina/phrase/?q=citizenship&lacks=ky").text
