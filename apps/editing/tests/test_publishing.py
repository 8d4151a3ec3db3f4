"""What an entry needs before it is public, the word that it is still true, and what readers see when that is late."""

from datetime import date

import pytest
from django.test import Client

from apps.editing.models import Batch, Proposal
from apps.editing.tests.people import look_up, person, save
from apps.guide.models import Entry
from apps.translations.models import TranslationState
from apps.translations.states import NOW, Edit
from apps.translations.writing import write

pytestmark = pytest.mark.django_db


def entry() -> Entry:
    return Entry.objects.get(slug="moved")


def decide(client: Client, decision: str) -> str:
    address = f"/admin/guide/entry/{entry().pk}/decide/"
    return client.post(address, {"decision": decision}, follow=True, headers={"accept-language": "en"}).text


@pytest.fixture
def publisher() -> Client:
    Entry.objects.filter(slug="moved").update(published=False)
    return person("publisher", "publisher")


def test_a_complete_entry_is_published_by_a_second_person_and_hidden_again(publisher: Client) -> None:
    decide(publisher, "publish")
    assert entry().published
    decide(publisher, "hide")
    assert not entry().published


def test_an_entry_without_sources_stays_hidden_and_says_why(publisher: Client) -> None:
    entry().sources.clear()
    assert "It lacks: a source." in decide(publisher, "publish")
    assert not entry().published


def test_an_entry_about_which_nobody_says_anything_needs_no_source(publisher: Client) -> None:
    Entry.objects.filter(slug="moved").update(certainty="no-public-answer")
    entry().sources.clear()
    decide(publisher, "publish")
    assert entry().published


def test_an_entry_checked_in_the_future_or_without_certainty_stays_hidden(publisher: Client) -> None:
    Entry.objects.filter(slug="moved").update(certainty="", checked_on=date(2999, 1, 1))
    said = decide(publisher, "publish")
    assert "its certainty" in said and "the day it was checked on" in said


def test_still_true_counts_for_all_languages_and_is_logged(publisher: Client) -> None:
    Entry.objects.filter(slug="moved").update(checked_on=date(2026, 1, 1), published=True)
    hashes = entry().hashes
    look_up(publisher, entry())
    assert entry().checked_on > date(2026, 1, 1)
    assert entry().hashes == hashes
    record = entry().history.first()
    assert record.history_change_reason.startswith("still true") and record.history_user.username == "publisher"


@pytest.mark.parametrize("said", ["differs", "gone", "perhaps", ""])
def test_an_entry_of_which_one_source_was_not_found_so_is_not_called_still_true(publisher: Client, said: str) -> None:
    Entry.objects.update(checked_on=date(2026, 1, 1))
    other = Entry.objects.get(slug="landlords")
    source = entry().sources.exclude(entries=other)[0]
    look_up(publisher, entry(), other, **{source.code: said})
    assert [found.checked_on > date(2026, 1, 1) for found in (entry(), Entry.objects.get(pk=other.pk))] == [False, True]


def test_of_what_nobody_answers_in_public_it_is_asked_whether_somebody_has_looked_again(publisher: Client) -> None:
    Entry.objects.filter(slug="moved").update(checked_on=date(2026, 1, 1), certainty="no-public-answer")
    entry().sources.clear()
    assert look_up(publisher, entry(), **{f"entry:{entry().pk}": ""}).status_code == 200
    assert entry().checked_on == date(2026, 1, 1)
    look_up(publisher, entry())
    assert entry().checked_on > date(2026, 1, 1)


def test_no_click_on_the_list_stamps_anything_and_a_second_person_reads_what_was_looked_up(publisher: Client) -> None:
    entries = list(Entry.objects.published().order_by("pk")[:11])
    before = list(Entry.objects.order_by("pk").values_list("checked_on", flat=True))
    chosen = {"action": "confirm", "_selected_action": [entry.pk for entry in entries]}
    page = publisher.post("/admin/guide/entry/", chosen, follow=True, headers={"accept-language": "en"}).text
    look_up(publisher, *entries)
    assert list(Entry.objects.order_by("pk").values_list("checked_on", flat=True)) == before
    batch = person("second", "publisher").get(f"/admin/editing/batch/{Batch.objects.get().pk}/change/").text
    assert entries[0].sources.all()[0].publisher_ru in page and entries[0].sources.all()[0].publisher_ru in batch


@pytest.mark.parametrize(("slug", "days", "told"), [("moved", 31, True), ("moved", 29, False), ("cost", 31, False)])
def test_readers_see_when_a_check_is_overdue(client: Client, slug: str, days: int, told: bool) -> None:
    thing = Entry.objects.get(slug=slug)
    assert bool(thing.steps) is (slug == "moved")
    Entry.objects.filter(slug=slug).update(checked_on=date.fromordinal(date.today().toordinal() - days))
    assert ("have not looked this up again" in client.get(f"/en/q/{slug}/").text) is told


def test_what_is_overdue_is_found(publisher: Client) -> None:
    Entry.objects.filter(slug="moved").update(checked_on=date(2026, 1, 1), published=True)
    r = publisher.get("/admin/guide/entry/?overdue=1")
    assert [found.slug for found in r.context["cl"].queryset] == ["moved"]


def test_a_publishers_own_change_of_a_public_text_waits_for_another_publisher() -> None:
    entry, text = Entry.objects.get(slug="moved"), "Теперь иначе"
    alone, address = person("first", "publisher"), f"/admin/guide/entry/{entry.pk}/change/"
    save(alone, address, title_ru="Пока так", severity="meaning")
    entry.refresh_from_db()
    assert entry.title_ru == "Пока так"
    second = person("second", "publisher")
    save(alone, address, title_ru=text, severity="typo")  # that it is only a typo is somebody else's judgement, too
    entry.refresh_from_db()
    assert entry.title_ru == "Пока так"
    decide = f"/admin/editing/proposal/{Proposal.objects.get().pk}/decide/"
    assert alone.post(decide, {"accept": "1"}).status_code == 403
    second.post(decide, {"accept": "1"})
    entry.refresh_from_db()
    assert entry.title_ru == text


def words(client: Client, **said: str) -> None:
    save(client, f"/admin/guide/entry/{entry().pk}/change/", severity="meaning", **said)


def test_an_empty_save_confirms_nothing_and_no_author_publishes_their_own_words(publisher: Client) -> None:
    author = person("author", "publisher")
    words(author, body_ru="Слова автора.")
    words(publisher)
    save(publisher, f"/admin/guide/entry/{entry().pk}/change/", position=5)
    decide(author, "publish")
    assert not entry().published


def test_each_part_of_a_text_needs_somebody_else_who_has_seen_it(publisher: Client) -> None:
    author = person("author", "publisher")
    words(author, body_ru="Слова автора.")
    words(publisher, title_ru="Слова второго")
    for client in (author, publisher):
        assert "was read by nobody else" in decide(client, "publish")
    decide(author, "read")
    decide(publisher, "publish")
    assert entry().published


def test_a_change_makes_void_that_somebody_has_read_it(publisher: Client) -> None:
    author = person("author", "publisher")
    words(author, body_ru="Слова автора.")
    decide(publisher, "read")
    words(author, body_ru="Совсем другие слова.")
    decide(author, "publish")
    assert not entry().published


def test_a_restored_text_that_readers_see_waits_for_a_second_person_like_any_other() -> None:
    alone = person("first", "publisher")
    version, before = entry().history.first().pk, entry().title_ru
    thing = entry()
    thing.title_ru = "Иначе"
    thing.save()
    person("second", "publisher")
    alone.post(f"/admin/guide/entry/{thing.pk}/history/{version}/ru/", {"severity": "typo"})
    assert entry().title_ru == "Иначе"
    assert Proposal.objects.get().after == {"title_ru": before}


@pytest.mark.parametrize(
    ("before", "after", "means_more"),
    [
        ("Сообщите за 3 дня.", "Сообщите за 7 дней.", True),
        ("Сообщите за три рабочих дня.", "Сообщите за три дня.", True),
        ("Это нужно сделать.", "Этого делать нельзя.", True),
        ("Вы обязаны прийти.", "Вы можете прийти.", True),
        ("До 1 марта.", "До 1 мая.", True),
        ("Сообщите до отъезда.", "Сообщите после отъезда.", True),
        ("Выйти без телефона.", "Выйти с телефоном.", True),
        ("Сообщите о переездде.", "Сообщите о переезде.", False),
        ("Напишите туда, где живёте.", "Напишите по месту жительства.", False),
    ],
)
def test_words_that_decide_make_a_change_one_of_meaning_whatever_its_author_says(
    before: str, after: str, means_more: bool
) -> None:
    write(entry(), {"body_ru": before}, Edit())
    write(entry(), {"body_en": "English"}, Edit(made_from=NOW))
    write(entry(), {"body_ru": after}, Edit("wording"))
    claims = TranslationState.objects.of(entry()).get(language="en").read()
    assert (claims[entry().hashes["en"]].severity == "meaning") is means_more
    form = save(
        person("first", "publisher"), f"/admin/guide/entry/{entry().pk}/change/", body_ru=before, severity="typo"
    )
    assert (form.status_code == 200) is means_more
