"""The first page says what waits for this very person."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from pytest_django import Settings

from apps.editing.models import LinkCheck, Proposal
from apps.editing.tests.people import person, save
from apps.guide.models import Contact, Entry, Source, Topic
from apps.translations import claiming

pytestmark = pytest.mark.django_db


def said(*groups: str) -> str:
    return person("tester", *groups).get("/admin/", headers={"accept-language": "en"}).text


def test_a_translator_is_told_of_stale_and_missing_texts_in_their_language() -> None:
    entry = Entry.objects.get(slug="moved")
    entry.body_ru += " Иначе."
    entry.save()
    text = said("translator", "language: ky")
    assert "Кыргызча: stale: 1" in text and "Oʻzbekcha" not in text


def test_a_reviewer_is_told_of_drafts() -> None:
    entry = Entry.objects.get(slug="moved")
    entry.title_ky += " Башкача."
    entry.save()
    assert "Кыргызча: draft: " in said("reviewer", "language: ky")


def test_a_publisher_is_told_of_proposals_overdue_entries_and_dead_links() -> None:
    entry = Entry.objects.get(slug="moved")
    save(person("writer", "writer"), f"/admin/guide/entry/{entry.pk}/change/", title_ru="Новое", severity="meaning")
    assert Proposal.objects.count() == 1
    Entry.objects.filter(slug="landlords").update(checked_on=date(2026, 1, 1))
    source = Source.objects.get(code="SEED")
    LinkCheck.objects.create(source=source, address=source.address, checked_at=timezone.now(), problem="answers 404")
    text = said("publisher")
    for line in ("proposed changes to read: 1", "entries to look up again: 1", "links that do not answer: 1"):
        assert line in text


def test_a_publisher_is_told_of_topics_sources_and_contacts_that_nobody_sees_yet() -> None:
    for model in (Topic, Source, Contact):
        model.objects.filter(pk=model.objects.earliest("pk").pk).update(published=False)
    page = person("publisher", "publisher").get("/admin/", headers={"accept-language": "en"}).text
    for name in ("topics", "sources", "contacts"):
        assert f"{name} to publish" in page


def test_somebody_without_a_role_is_told_nothing() -> None:
    assert "What waits for you" not in said()


def test_a_publisher_is_told_of_new_entries_and_of_many_things_at_once() -> None:
    Entry.objects.filter(slug="moved").update(published=False)
    other = person("other", "publisher")
    chosen = list(Entry.objects.published().values_list("pk", flat=True)[:11])
    other.post("/admin/guide/entry/", {"action": "hide", "_selected_action": chosen})
    text = said("publisher")
    assert "new entries to publish: 1" in text and "many things at once, to look at: 1" in text
    assert "many things at once" not in other.get("/admin/", headers={"accept-language": "en"}).text.split("</ul>")[0]


def test_a_writer_is_told_what_came_back_and_a_translator_too() -> None:
    entry, writer = Entry.objects.get(slug="moved"), person("tester", "writer")
    save(writer, f"/admin/guide/entry/{entry.pk}/change/", body_ru="Новое", severity="meaning")
    proposal = Proposal.objects.get()
    person("second", "publisher").post(f"/admin/editing/proposal/{proposal.pk}/decide/", {"note": "Нет"})
    assert "your changes that were sent back: 1" in said("writer")
    claiming.sent_back(entry, "ky", "Айгүл", entry.checked_on, "Кайра")
    assert "Кыргызча: sent back to be made better: 1" in said("translator", "language: ky")


@pytest.mark.parametrize(
    ("groups", "told"),
    [((), "no role yet"), (("translator",), "no language yet"), (("writer",), ""), (("reviewer", "language: ky"), "")],
)
def test_an_account_without_role_or_language_is_told_what_is_missing(groups: tuple[str, ...], told: str) -> None:
    assert (told or "errornote") in said(*groups) or not told
    assert ("errornote" in said(*groups)) is bool(told)


def test_people_are_told_once_a_day_by_mail_where_mail_is_set_up(settings: Settings) -> None:
    Entry.objects.filter(slug="moved").update(published=False)
    person("tester", "publisher")
    User.objects.filter(username="tester").update(email="tester@example.org")
    call_command("tell_what_waits")
    assert not mail.outbox
    settings.EMAIL_HOST = "mail.example.org"
    call_command("tell_what_waits")
    assert [message.to for message in mail.outbox] == [["tester@example.org"]]
    assert "/admin/guide/entry/?published__exact=0" in mail.outbox[0].body
