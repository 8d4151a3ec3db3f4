"""The editors' pages: two languages at a time, nothing published or lost by accident."""

import pytest
from django.test import Client

from apps.guide.models import Entry, Source

pytestmark = pytest.mark.django_db


def change(slug: str = "moved") -> str:
    return f"/admin/guide/entry/{Entry.objects.get(slug=slug).pk}/change/"


def form(entry: Entry, **changes: object) -> dict[str, object]:
    data: dict[str, object] = {
        **{
            f"{name}_{code}": getattr(entry, f"{name}_{code}") or ""
            for name in ("title", "short_answer", "body")
            for code in ("ru", "ky")
        },
        "slug": entry.slug,
        "topic": entry.topic_id,
        "position": entry.position,
        "certainty": entry.certainty,
        "facts": " ".join(entry.facts),
        "steps": " ".join(entry.steps),
        "sources": [source.pk for source in entry.sources.all()],
        "related": [other.pk for other in entry.related.all()],
        "checked_on": str(entry.checked_on),
        "most_asked": "on" if entry.most_asked else "",
        "published": "on" if entry.published else "",
    }
    return {**data, **changes}


def test_the_form_shows_russian_beside_one_language_only(editor: Client) -> None:
    r = editor.get(change() + "?translate_to=tg")
    assert 'name="title_ru"' in r.text and 'name="title_tg"' in r.text
    assert 'name="title_ky"' not in r.text and 'name="title"' not in r.text


def test_the_language_worked_on_is_remembered(editor: Client) -> None:
    editor.get(change() + "?translate_to=tg")
    assert 'name="title_tg"' in editor.get(change("landlords")).text


def test_saving_leaves_the_other_languages_alone(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    r = editor.post(change() + "?translate_to=ky", form(entry, title_ky="Жаңы аталыш"))
    assert r.status_code == 302
    saved = Entry.objects.get(slug="moved")
    assert (saved.title_ky, saved.title_en, saved.facts) == ("Жаңы аталыш", entry.title_en, entry.facts)


def test_a_russian_text_is_required(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    assert editor.post(change(), form(entry, body_ru="")).status_code == 200
    assert Entry.objects.get(slug="moved").body_ru == entry.body_ru


def test_an_entry_without_a_source_is_not_published(editor: Client) -> None:
    r = editor.post(change(), form(Entry.objects.get(slug="moved"), sources=[]))
    assert r.status_code == 200
    assert Source.objects.filter(entries__slug="moved").exists()


def test_a_misspelt_fact_is_refused_with_an_example(editor: Client) -> None:
    r = editor.post(change(), form(Entry.objects.get(slug="moved"), facts="F70"), headers={"accept-language": "en"})
    assert "F70 does not look right. Write it like this: F070 F071" in r.text


def test_a_new_entry_starts_hidden(editor: Client) -> None:
    r = editor.get("/admin/guide/entry/add/")
    assert r.context["adminform"].form["published"].value() is False


def test_what_lacks_a_language_is_found(editor: Client) -> None:
    Entry.objects.filter(slug="moved").update(short_answer_ky="")
    r = editor.get("/admin/guide/entry/?lacks=ky")
    assert list(r.context["cl"].queryset.values_list("slug", flat=True)) == ["moved"]
    assert editor.get("/admin/guide/entry/?lacks=nonsense").status_code == 200


def test_a_hidden_entry_can_be_previewed_by_editors_only(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    Entry.objects.filter(pk=entry.pk).update(published=False)
    address = f"/admin/guide/entry/{entry.pk}/preview/?translate_to=ky"
    assert entry.title_ky in editor.get(address).text
    assert Client().get(address).status_code == 302


def test_entries_are_published_and_hidden_from_the_list(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    action = {"action": "hide", "_selected_action": [entry.pk]}
    editor.post("/admin/guide/entry/", action)
    assert not Entry.objects.get(pk=entry.pk).published
    editor.post("/admin/guide/entry/", {**action, "action": "publish"})
    assert Entry.objects.get(pk=entry.pk).published


def test_publishing_from_the_list_leaves_out_what_has_no_source(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    entry.sources.clear()
    Entry.objects.filter(pk=entry.pk).update(published=False)
    editor.post("/admin/guide/entry/", {"action": "publish", "_selected_action": [entry.pk]})
    assert not Entry.objects.get(pk=entry.pk).published


def test_an_entry_cannot_be_deleted(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    assert editor.post(f"/admin/guide/entry/{entry.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("model", ["guide/topic", "guide/source", "guide/contact"])
def test_every_list_and_form_opens(editor: Client, model: str) -> None:
    r = editor.get(f"/admin/{model}/")
    assert r.status_code == 200
    pk = r.context["cl"].queryset.first().pk
    assert editor.get(f"/admin/{model}/{pk}/change/?translate_to=uz").status_code == 200
