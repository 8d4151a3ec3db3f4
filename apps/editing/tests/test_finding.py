"""Every list of the desk finds small and large letters of every alphabet, in every text and language."""

import pytest
from django.test import Client

from apps.editing.tests.people import person
from apps.guide.models import Contact, Entry, Source, Topic

pytestmark = pytest.mark.django_db


def found(client: Client, address: str, words: str) -> int:
    page = client.get(address, {"q": words})
    return int(page.context["cl"].result_count if "cl" in page.context else page.context["found"])


@pytest.mark.parametrize(
    ("name", "text"),
    [("body_ky", "Ёлканын Түбүндө"), ("title_hy", "ԱՄԻՆԱ"), ("title_ka", "ამინა"), ("body_uz", "Oʻzbek")],
)
def test_an_entry_is_found_by_any_word_of_any_language_whatever_its_case(editor: Client, name: str, text: str) -> None:
    Entry.objects.filter(slug="moved").update(**{name: f"{text} жок-жерде"})
    for words in (f"{text.upper()} ЖОК-ЖЕРДЕ", f"жок-жерде {text.lower()}"):
        assert found(editor, "/admin/guide/entry/", words) == 1
        assert found(editor, "/admin/translations/translationstate/?language=every", words) >= 1


def test_facts_and_all_other_lists_are_searched_as_well(editor: Client) -> None:
    assert found(editor, "/admin/guide/entry/", "f071") >= 1
    for model, thing in (("topic", Topic), ("source", Source), ("contact", Contact)):
        first = thing.objects.all()[0]
        text = str(getattr(first, {"topic": "title_ru", "source": "publisher_ru", "contact": "name_ru"}[model]))
        assert found(editor, f"/admin/guide/{model}/", text.upper()) >= 1
        assert found(editor, f"/admin/guide/{model}/", "такого слова нет") == 0
    person("Айжан", "writer")
    assert found(editor, "/admin/auth/user/", "АЙЖАН") == 1
    assert found(editor, "/admin/amina/phrase/", "ПЕРЕЕХАЛИ") >= 1


def test_one_chooses_by_names(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    page = editor.get(f"/admin/guide/entry/{entry.pk}/change/").text
    source, topic = entry.sources.all()[0], entry.topic
    for name in (f"{source.publisher_ru}, {source.date}, {source.code}", str(topic.title_ru)):
        assert name.replace('"', "&quot;") in page


def test_the_list_of_entries_names_topics_by_title_and_finds_by_them(editor: Client) -> None:
    topic = Topic.objects.get(slug="daily")
    assert str(topic.title_ru) in editor.get("/admin/guide/entry/").text
    shown = editor.get(f"/admin/guide/entry/?topic={topic.pk}").context["cl"].queryset
    assert {entry.topic_id for entry in shown} == {topic.pk}
