"""A form says itself what it is about: no other tab and no session decides where its texts go."""

import pytest
from django.test import Client

from apps.editing.tests.people import opened, person
from apps.guide.models import Entry

pytestmark = pytest.mark.django_db


def entry() -> Entry:
    return Entry.objects.get(slug="moved")


def address(language: str = "") -> str:
    return f"/admin/guide/entry/{entry().pk}/change/" + (f"?translate_to={language}" if language else "")


def test_two_tabs_in_two_languages_each_save_their_own(editor: Client) -> None:
    kyrgyz = opened(editor, address("ky"))
    uzbek = opened(editor, address("uz"))
    editor.get(address("tg"))  # and a third one is looked at
    assert editor.post(address(), kyrgyz | {"title_ky": "Кыргызча"}).status_code == 302
    assert editor.post(address(), uzbek | {"title_uz": "Oʻzbekcha"}).status_code == 302
    assert (entry().title_ky, entry().title_uz) == ("Кыргызча", "Oʻzbekcha")


def test_a_form_that_does_not_say_its_language_changes_nothing(editor: Client) -> None:
    before = {code: getattr(entry(), f"title_{code}") for code in ("ru", "ky", "uz")}
    sent = opened(editor, address("ky")) | {"title_ky": "Кыргызча"}
    for language in ("", "xx", "ru"):
        r = editor.post(address(), sent | {"translate_to": language}, headers={"accept-language": "en"})
        assert r.status_code == 200 and "not complete when it was sent" in r.text
    assert {code: getattr(entry(), f"title_{code}") for code in before} == before


def test_a_translators_form_for_another_language_saves_nothing() -> None:
    client = person("tester", "translator", "language: ky")
    sent = opened(client, address("ky")) | {"translate_to": "uz", "title_uz": "Чужое"}
    client.post(address("ky"), sent)
    assert entry().title_uz != "Чужое"


@pytest.mark.parametrize("typed", ["\u200b", "\u3164\xa0", "\ufeff \u202e"])
def test_a_russian_text_of_invisible_signs_is_no_text(editor: Client, typed: str) -> None:
    before = entry().body_ru
    assert editor.post(address(), opened(editor, address()) | {"body_ru": typed}).status_code == 200
    assert entry().body_ru == before


def test_a_damaged_sign_is_refused_beside_its_field_and_nothing_typed_is_lost(editor: Client) -> None:
    sent = opened(editor, address("ky")) | {"body_ky": "Кабыл \ufffd", "title_ky": "Жаңы аталыш"}
    r = editor.post(address(), sent, headers={"accept-language": "en"})
    assert "U+FFFD" in r.text and "Жаңы аталыш" in r.text
    assert entry().title_ky != "Жаңы аталыш"


def test_windows_line_ends_and_invisible_signs_are_no_change(editor: Client) -> None:
    sent = opened(editor, address("ky"))
    before = entry().history.count()
    for name in ("body_ru", "body_ky", "short_answer_ru"):
        sent[name] = "\ufeff" + sent[name].replace("\n", "\r\n") + "\u200b"
    assert editor.post(address(), sent).status_code == 302
    assert entry().history.count() == before
