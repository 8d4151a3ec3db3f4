"""The first page says what waits for this very person."""

from datetime import date

import pytest
from django.utils import timezone

from apps.editing.models import LinkCheck, Proposal
from apps.editing.tests.people import person, save
from apps.guide.models import Entry, Source

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


def test_somebody_without_a_role_is_told_nothing() -> None:
    assert "What waits for you" not in said()
