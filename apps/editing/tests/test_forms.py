"""The editors' pages: two languages at a time, nothing published or lost by accident."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from apps.editing.tests.people import look_up, opened, save
from apps.guide.models import Contact, Entry

pytestmark = pytest.mark.django_db


def change(slug: str = "moved") -> str:
    return f"/admin/guide/entry/{Entry.objects.get(slug=slug).pk}/change/"


def test_the_form_shows_russian_beside_one_language_only(editor: Client) -> None:
    r = editor.get(change() + "?translate_to=tg")
    assert 'name="title_ru"' in r.text and 'name="title_tg"' in r.text
    assert 'name="title_ky"' not in r.text and 'name="title"' not in r.text


def test_a_form_is_called_by_its_title_and_not_by_its_address(editor: Client) -> None:
    entry: Any = Entry.objects.get(slug="moved")
    page = editor.get(change()).text
    assert f"<h2>{entry.title_ru}</h2>" in page
    assert "&rsaquo;\n  moved" not in page


def test_the_language_worked_on_is_remembered(editor: Client) -> None:
    editor.get(change() + "?translate_to=tg")
    assert 'name="title_tg"' in editor.get(change("landlords")).text


def test_saving_leaves_the_other_languages_alone(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    r = save(editor, change() + "?translate_to=ky", title_ky="Жаңы аталыш")
    assert r.status_code == 302
    saved = Entry.objects.get(slug="moved")
    assert (saved.title_ky, saved.title_en, saved.facts) == ("Жаңы аталыш", entry.title_en, entry.facts)


def test_a_russian_text_is_required(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    assert save(editor, change(), body_ru="").status_code == 200
    assert Entry.objects.get(slug="moved").body_ru == entry.body_ru


def test_a_misspelt_fact_is_refused_with_an_example(editor: Client) -> None:
    sent = opened(editor, change()) | {"facts": "F70"}
    r = editor.post(change(), sent, headers={"accept-language": "en"})
    assert "F70 does not look right. Write it like this: F070 F071" in r.text


def test_a_new_entry_starts_hidden(editor: Client) -> None:
    sent = opened(editor, "/admin/guide/entry/add/")
    texts = {
        "title_ru": "Новый",
        "short_answer_ru": "Коротко.",
        "body_ru": "Полно.",
        "slug": "new",
        "checked_on": "2026-11-24",
    }
    topic = Entry.objects.get(slug="moved").topic_id
    r = editor.post(
        "/admin/guide/entry/add/", sent | texts | {"topic": topic, "certainty": "official", "published": "on"}
    )
    assert r.status_code == 302, r.context["errors"]
    assert not Entry.objects.get(slug="new").published


def test_what_lacks_a_language_is_found(editor: Client) -> None:
    Entry.objects.filter(slug="moved").update(short_answer_ky="")
    r = editor.get("/admin/guide/entry/?lacks=ky")
    assert list(r.context["cl"].queryset.values_list("slug", flat=True)) == ["moved"]
    assert editor.get("/admin/guide/entry/?lacks=nonsense").status_code == 200


def test_an_entry_cannot_be_deleted(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    assert editor.post(f"/admin/guide/entry/{entry.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("model", ["guide/topic", "guide/source", "guide/contact"])
def test_every_list_and_form_opens(editor: Client, model: str) -> None:
    r = editor.get(f"/admin/{model}/")
    assert r.status_code == 200
    pk = r.context["cl"].queryset.first().pk
    assert editor.get(f"/admin/{model}/{pk}/change/?translate_to=uz").status_code == 200


def test_a_form_is_small_and_needs_few_queries(editor: Client, django_assert_max_num_queries: object) -> None:
    editor.get(change() + "?translate_to=ky")
    with django_assert_max_num_queries(18):  # type: ignore[operator]  # a fixture without a public type
        r = editor.get(change())
    assert len(r.content) <= 88 * 1024  # sources are chosen by their publishers' names


@pytest.mark.parametrize(("old", "new", "kept"), [("Укажите", "Укожите", True), ("3 рабочих", "5 рабочих", False)])
def test_a_changed_figure_is_no_typo(editor: Client, old: str, new: str, kept: bool) -> None:
    entry = Entry.objects.get(slug="moved")
    entry.short_answer_ru = "Укажите новый адрес. Срок 3 рабочих дня."
    entry.save()
    text = entry.short_answer_ru.replace(old, new)
    r = save(editor, change(), short_answer_ru=text, severity="typo")
    assert (r.status_code == 302) is kept


def test_a_change_of_the_russian_text_must_say_what_it_means(editor: Client) -> None:
    text = f"Иначе: {Entry.objects.get(slug='moved').short_answer_ru}"
    assert save(editor, change(), short_answer_ru=text).status_code == 200
    assert save(editor, change(), short_answer_ru=text, severity="wording").status_code == 302


def test_a_stale_translation_is_not_saved_without_saying_whether_it_follows(editor: Client) -> None:
    save(editor, change(), short_answer_ru="Иначе.", severity="meaning")
    assert save(editor, change() + "?translate_to=ky", short_answer_ky="Башкача.").status_code == 200
    assert save(editor, change(), short_answer_ky="Башкача.", up_to_date="yes").status_code == 302
    assert editor.get(change()).context["state"] == "draft"


def test_a_form_sent_back_unchanged_changes_nothing(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    assert save(editor, change() + "?translate_to=en").status_code == 302
    saved = Entry.objects.get(slug="moved")
    assert (saved.hashes, saved.facts, saved.steps) == (entry.hashes, entry.facts, entry.steps)
    assert list(saved.sources.all()) == list(entry.sources.all())


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("facts", "F998 F999", "There is no F998 F999."),
        ("steps", "report_moove", "There is no report_moove."),
        ("event", "phone_lots", "phone_lots is not one of the available choices."),
    ],
)
def test_an_entry_refers_only_to_what_is_there(editor: Client, field: str, value: str, said: str) -> None:
    sent = opened(editor, change()) | {field: value}
    assert said in editor.post(change(), sent, headers={"accept-language": "en"}).text


@pytest.mark.parametrize("model", ["entry", "contact"])
def test_nothing_new_was_checked_in_the_future(editor: Client, model: str) -> None:
    address = f"/admin/guide/{model}/add/"
    r = editor.post(address, opened(editor, address) | {"checked_on": "2999-01-01"}, headers={"accept-language": "en"})
    assert "Nobody has checked this in the future." in r.text


@pytest.mark.parametrize("published", [True, False])
@pytest.mark.parametrize("model", [Entry, Contact])
def test_the_day_it_was_checked_on_is_not_typed_but_comes_from_looking_the_sources_up(
    editor: Client, model: type[Entry] | type[Contact], published: bool
) -> None:
    thing: Any = model.objects.earliest("pk")
    model.objects.filter(pk=thing.pk).update(checked_on=date(2026, 1, 1), published=published)
    address = f"/admin/guide/{model._meta.model_name}/{thing.pk}/change/"
    assert editor.post(address, opened(editor, address) | {"checked_on": "2026-11-20"}).status_code == 302
    thing.refresh_from_db()
    assert thing.checked_on == date(2026, 1, 1)
    assert f"/admin/guide/{model._meta.model_name}/look-up/?things={thing.pk}" in editor.get(address).text
    look_up(editor, thing)
    thing.refresh_from_db()
    assert thing.checked_on > date(2026, 11, 1)


@pytest.mark.parametrize(
    ("phone", "kept"),
    [("+74995305688", True), ("112", True), ("8 (499", False), ("+1", False), ("+70000000000", False)],
)
def test_a_contact_has_a_phone_that_can_be_dialled_and_a_source(editor: Client, phone: str, kept: bool) -> None:
    address = f"/admin/guide/contact/{Contact.objects.earliest('pk').pk}/change/"
    sent = opened(editor, address)
    assert (editor.post(address, sent | {"phone": phone, "phone_display": phone}).status_code == 302) is kept
    other = {"phone": "+74995305688", "phone_display": "8 (499) 530-56-89"}
    assert editor.post(address, sent | other).status_code == 200
    assert editor.post(address, sent | {"sources": []}).status_code == 200
    alike = other | {"phone_display": "8 (499) 530-56-88"}
    assert editor.post(address, opened(editor, address) | alike).status_code == 302


def test_more_than_ten_are_not_hidden_with_one_click(editor: Client) -> None:
    every = list(Entry.objects.published().values_list("pk", flat=True))
    editor.post("/admin/guide/entry/", {"action": "hide", "_selected_action": every[:11]})
    assert Entry.objects.published().count() == len(every)
    editor.post("/admin/guide/entry/", {"action": "hide", "_selected_action": every[:10]})
    assert Entry.objects.published().count() == len(every) - 10
