"""Many things in one go: above ten a second person looks, and all of it is undone as one."""

from typing import Any

import polib
import pytest
from django.test import Client

from apps.editing import po, texts
from apps.editing.models import Batch
from apps.editing.tests.files import upload
from apps.editing.tests.people import look_up, person, save
from apps.guide.models import Entry
from apps.translations import claiming, languages, states
from apps.translations.states import State

pytestmark = pytest.mark.django_db

ENTRIES, FILES = "/admin/guide/entry/", "/admin/translations/translationstate/exchange/"


def do(client: Client, action: str, number: int) -> None:
    chosen = list(Entry.objects.published().order_by("pk")[:number])
    if action == "confirm":
        look_up(client, *chosen)
    else:
        client.post(ENTRIES, {"action": action, "_selected_action": [entry.pk for entry in chosen]})


def decide(client: Client, decision: str, note: str = "") -> int:
    address = f"/admin/editing/batch/{Batch.objects.latest('pk').pk}/decide/"
    return int(client.post(address, {decision: "1", "note": note}).status_code)


def kept() -> list[Any]:
    """Every text and what readers see of every entry, with the true states."""
    columns = [f"{name}_{code}" for name in ("title", "body") for code in languages.CODES]
    found: list[Any] = list(Entry.objects.order_by("pk").values_list("pk", "published", "checked_on", *columns))
    known = [texts.all_states(entry, texts.known(entry)) for entry in Entry.objects.order_by("pk")[:15]]
    return found + known


def bring(client: Client, number: int, language: str = "ky") -> None:
    """Bring a file back with the titles of so many entries written anew."""
    client.post(FILES, {"language": language, "file": upload(written_anew(number, language))})


def written_anew(number: int, language: str = "ky") -> str:
    file = polib.pofile(po.write(language))
    titles = [line for line in file if (line.msgctxt or "").startswith("entry:") and line.msgctxt.endswith(":title")]
    for line in titles[:number]:
        line.msgstr += " Жаңы"
    return str(file)


@pytest.mark.parametrize("action", ["hide", "confirm"])
def test_up_to_ten_are_done_at_once_and_undone_as_one(action: str) -> None:
    before, publisher = kept(), person("publisher", "publisher")
    do(publisher, action, 10)
    assert kept() != before and Batch.objects.get().state == Batch.State.DONE
    assert decide(publisher, "undo") == 302
    assert kept() == before and Batch.objects.get().state == Batch.State.UNDONE


@pytest.mark.parametrize("action", ["hide", "confirm"])
def test_more_than_ten_wait_for_a_second_person_and_are_undone_as_one(action: str) -> None:
    before, publisher = kept(), person("publisher", "publisher")
    do(publisher, action, 11)
    assert kept() == before
    assert decide(publisher, "accept") == 403 and kept() == before
    assert decide(person("writer", "writer"), "accept") == 403 and kept() == before
    second = person("second", "publisher")
    assert decide(second, "accept") == 302 and kept() != before
    decide(second, "undo")
    assert kept() == before


def test_hidden_entries_are_published_again_above_ten_by_two() -> None:
    do(person("publisher", "publisher"), "hide", 10)
    hidden = [*Entry.objects.filter(published=False)][:10]
    second = person("second", "publisher")
    second.post(ENTRIES, {"action": "publish", "_selected_action": [entry.pk for entry in hidden]})
    assert not Entry.objects.filter(published=False, pk__in=[entry.pk for entry in hidden]).exists()


def test_a_file_for_more_than_ten_texts_waits_and_is_its_translators_own_afterwards() -> None:
    before, translator = kept(), person("translator", "translator", "language: ky")
    bring(translator, 11)
    assert kept() == before and decide(translator, "accept") == 403
    assert decide(person("other", "reviewer", "language: uz"), "accept") == 403
    reviewer = person("reviewer", "reviewer", "language: ky")
    page = reviewer.get(
        f"/admin/editing/batch/{Batch.objects.get().pk}/change/", headers={"accept-language": "en"}
    ).text
    assert page.count("<ins>") == 11 and "I have looked at all of it" in page
    decide(reviewer, "accept")
    changed = [entry for entry in Entry.objects.all() if entry.title_ky.endswith(" Жаңы")]
    assert len(changed) == 11
    assert {entry.history.first().history_user.username for entry in changed} == {"translator"}
    decide(translator, "undo")
    assert kept() == before


def test_a_file_for_few_texts_is_taken_at_once_and_undone_with_the_states_as_they_were() -> None:
    entry = Entry.objects.order_by("pk")[0]
    claiming.reviewed(entry, "ky", "Айгүл", entry.checked_on)
    before, translator = kept(), person("translator", "translator", "language: ky")
    bring(translator, 9)
    assert kept() != before
    decide(translator, "undo")
    assert kept() == before
    assert states.of(entry.hashes, "ky", texts.claims(entry, "ky")) == State.REVIEWED


def test_what_somebody_changed_since_is_not_undone_and_named() -> None:
    translator = person("translator", "translator", "language: ky")
    bring(translator, 3)
    entry: Any = next(entry for entry in Entry.objects.all() if entry.title_ky.endswith(" Жаңы"))
    entry.title_ky = "Кийин"
    entry.save()
    address = f"/admin/editing/batch/{Batch.objects.get().pk}/decide/"
    page = translator.post(address, {"undo": "1"}, follow=True, headers={"accept-language": "en"}).text
    assert "2 things are as they were." in page and f"changed them since: {entry.title_ru}" in page
    assert Entry.objects.get(pk=entry.pk).title_ky == "Кийин"


def test_what_waits_is_sent_back_with_a_note_or_taken_back_and_decided_only_once() -> None:
    publisher, second = person("publisher", "publisher"), person("second", "publisher")
    do(publisher, "hide", 12)
    decide(second, "send_back", "Эмнеге?")
    assert (Batch.objects.get().state, Batch.objects.get().note) == (Batch.State.SENT_BACK, "Эмнеге?")
    decide(second, "accept")
    assert Entry.objects.published().count() == Entry.objects.count()
    do(publisher, "hide", 12)
    decide(publisher, "send_back")
    assert Batch.objects.latest("pk").state == Batch.State.SENT_BACK


def test_hiding_is_not_undone_into_words_that_nobody_else_has_read() -> None:
    publisher = person("publisher", "publisher")
    do(publisher, "hide", 2)
    entry = Entry.objects.filter(published=False).order_by("pk")[0]
    save(publisher, f"{ENTRIES}{entry.pk}/change/", body_ru="Другое.", severity="meaning")
    decide(publisher, "undo")
    assert not Entry.objects.get(pk=entry.pk).published


def test_a_lone_editor_is_told_what_to_do_and_others_whom_to_ask() -> None:
    lone = person("lone", "translator", "language: ky")
    person("stranger", "translator", "language: uz")
    file = upload(written_anew(11))
    said = lone.post(FILES, {"language": "ky", "file": file}, headers={"accept-language": "en"}).text
    assert "Nobody else may say yes yet." in said and "up to ten things at a time" in said
    person("helper", "reviewer", "language: ky")
    page = lone.get(f"/admin/editing/batch/{Batch.objects.get().pk}/change/", headers={"accept-language": "en"}).text
    assert "Who may look at it and say yes: Helper" in page
