"""Many editors in the same forms: nothing is lost, and the second is told what the first changed."""

import pytest
from django.test import Client

from apps.editing.tests.people import opened, person, save
from apps.guide.models import Entry

pytestmark = pytest.mark.django_db


def entry() -> Entry:
    return Entry.objects.get(slug="moved")


def change(language: str = "ky") -> str:
    return f"/admin/guide/entry/{entry().pk}/change/?translate_to={language}"


@pytest.fixture(autouse=True)
def hidden(db: None) -> None:
    """Of what readers see, a change of facts and sources would wait for a second person."""
    Entry.objects.filter(slug="moved").update(published=False)


@pytest.fixture
def other() -> Client:
    return person("alice", "administrator")


def test_the_second_is_told_what_the_first_wrote_and_keeps_their_own(editor: Client, other: Client) -> None:
    mine = opened(editor, change())
    save(other, change(), title_ky="Алиса жазганы")
    r = editor.post(change(), {**mine, "title_ky": "Меники"}, headers={"accept-language": "en"})
    assert r.status_code == 200
    assert "alice changed this while you were writing." in r.text
    assert "<del>Алиса жазганы</del><ins>Меники</ins>" in r.text
    assert 'value="Меники"' in r.text
    assert entry().title_ky == "Алиса жазганы"


def test_a_long_text_that_both_changed_shows_the_words_that_differ(editor: Client, other: Client) -> None:
    mine = opened(editor, change())
    before = str(entry().body_ky)
    save(other, change(), body_ky=f"Алиса {before} <b>аягы</b>")
    r = editor.post(change(), {**mine, "body_ky": f"Мен {before}"})
    assert "<del>Алиса</del><ins>Мен</ins>" in r.text
    assert "&lt;b&gt;аягы" in r.text and "<b>аягы" not in r.text
    assert r.context["adminform"].form["body_ky"].value() == f"Мен {before}"


def test_having_been_told_the_second_may_save_again(editor: Client, other: Client) -> None:
    mine = {**opened(editor, change()), "title_ky": "Меники"}
    save(other, change(), title_ky="Алиса жазганы")
    told = editor.post(change(), mine).context["adminform"].form
    assert editor.post(change(), {**mine, "seen": told["seen"].value()}).status_code == 302
    assert entry().title_ky == "Меники"


def test_changes_of_different_fields_are_merged(editor: Client, other: Client) -> None:
    mine = opened(editor, change())
    save(other, change(), short_answer_ky="Алисаныкы", facts="F001", position=77)
    r = editor.post(change(), {**mine, "title_ky": "Меники"})
    assert r.status_code == 302, r.context["errors"]
    saved = entry()
    assert (saved.title_ky, saved.short_answer_ky, saved.facts, saved.position) == ("Меники", "Алисаныкы", ["F001"], 77)


def test_sources_that_both_changed_are_not_lost_either(editor: Client, other: Client) -> None:
    mine = opened(editor, change())
    save(other, change(), sources=mine["sources"][:1])
    r = editor.post(change(), {**mine, "sources": mine["sources"][1:2]})
    assert r.status_code == 200
    assert [source.pk for source in entry().sources.all()] == mine["sources"][:1]


def test_a_form_without_its_memory_is_refused_once(editor: Client) -> None:
    sent = {**opened(editor, change()), "title_ky": "Меники"}
    r = editor.post(change(), {name: value for name, value in sent.items() if name != "seen"})
    assert r.status_code == 200
    assert entry().title_ky != "Меники"
    assert editor.post(change(), {**sent, "seen": "[1, 2"}).status_code == 200
