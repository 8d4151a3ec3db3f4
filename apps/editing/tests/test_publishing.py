"""What an entry needs before it is public, the word that it is still true, and what readers see when that is late."""

from datetime import date

import pytest
from django.test import Client

from apps.editing.models import Proposal
from apps.editing.tests.people import person, save
from apps.guide.models import Entry

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


def test_still_true_is_one_click_for_all_languages_and_is_logged(publisher: Client) -> None:
    Entry.objects.filter(slug="moved").update(checked_on=date(2026, 1, 1), published=True)
    hashes = entry().hashes
    decide(publisher, "confirm")
    assert entry().checked_on > date(2026, 1, 1)
    assert entry().hashes == hashes
    record = entry().history.first()
    assert (record.history_change_reason, record.history_user.username) == ("still true", "publisher")


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


def test_the_preview_shows_the_form_as_it_stands_without_saving(publisher: Client) -> None:
    before = entry().title_ru
    address = f"/admin/guide/entry/{entry().pk}/preview/?translate_to=ky"
    assert "Совсем новое" in publisher.post(address, {"title_ru": "x", "title_ky": "Совсем новое"}).text
    assert entry().title_ru == before


def test_a_publishers_own_change_of_meaning_waits_for_another_publisher() -> None:
    entry, text = Entry.objects.get(slug="moved"), "Теперь иначе"
    alone, address = person("first", "publisher"), f"/admin/guide/entry/{entry.pk}/change/"
    save(alone, address, title_ru="Пока один", severity="meaning")
    entry.refresh_from_db()
    assert entry.title_ru == "Пока один"
    second = person("second", "publisher")
    save(alone, address, title_ru="Пока один.", severity="typo")
    save(alone, address, title_ru=text, severity="meaning")
    entry.refresh_from_db()
    assert entry.title_ru == "Пока один."
    decide = f"/admin/editing/proposal/{Proposal.objects.get().pk}/decide/"
    assert alone.post(decide, {"accept": "1"}).status_code == 403
    second.post(decide, {"accept": "1"})
    entry.refresh_from_db()
    assert entry.title_ru == text
