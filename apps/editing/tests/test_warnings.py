"""What readers are told of a translation, and the bugs other systems had with its state."""

from datetime import date

import pytest
from django.test import Client

from apps.amina.models import Phrase
from apps.guide.models import Contact, Entry, Source, Topic
from apps.translations import claiming, states
from apps.translations.models import TranslationState
from apps.translations.states import NOW, Edit, Severity, State
from apps.translations.writing import write

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
UNREVIEWED = "Not yet reviewed by a native speaker"
OUTDATED = "The Russian text has changed in meaning"


def entry() -> Entry:
    return Entry.objects.get(slug="moved")


def state(language: str = "en") -> str:
    thing = entry()
    return states.of(thing.hashes, language, TranslationState.objects.of(thing).get(language=language).read())


def change(severity: str = Severity.MEANING, made_from: str = "", **values: object) -> None:
    write(entry(), values, Edit(severity, made_from))


def page(client: Client, path: str = "/en/q/moved/") -> str:
    return client.get(path).text


def test_an_unreviewed_translation_says_so_and_leads_to_the_russian(client: Client) -> None:
    assert UNREVIEWED in page(client)
    assert 'href="/ru/q/moved/" hreflang="ru"' in page(client)
    assert UNREVIEWED not in page(client, "/ru/q/moved/")


def test_a_reviewed_translation_carries_no_warning(client: Client) -> None:
    claiming.reviewed(entry(), "en", "Alice", TODAY)
    assert UNREVIEWED not in page(client)


@pytest.mark.parametrize(("severity", "told"), [("typo", False), ("wording", False), ("meaning", True)])
def test_only_a_change_of_meaning_warns_at_once(client: Client, severity: str, told: bool) -> None:
    claiming.reviewed(entry(), "en", "Alice", TODAY)
    change(severity, short_answer_ru=f"Иначе: {entry().short_answer_ru}")
    assert (OUTDATED in page(client)) is told
    assert (UNREVIEWED in page(client)) is (severity == "wording")


def test_a_change_that_nobody_described_counts_as_one_of_meaning(client: Client) -> None:
    thing = entry()
    thing.body_ru = "Иначе."
    thing.save()
    assert OUTDATED in page(client)


def test_a_change_of_wording_after_one_of_meaning_does_not_hide_it(client: Client) -> None:
    change("meaning", body_ru="Иначе.")
    change("wording", body_ru="Ещё иначе.")
    assert OUTDATED in page(client)


def test_lists_warn_when_what_they_say_of_an_entry_or_a_source_has_changed(client: Client) -> None:
    addresses = ["/en/topics/daily/", "/en/sources/others/"]
    for address in addresses:
        assert UNREVIEWED in page(client, address) and OUTDATED not in page(client, address)
    change("meaning", short_answer_ru="Иначе.")
    for source in Source.objects.filter(code__in=["AZ2", "AZ3", "BNE"]):
        source.says_ru += " Иначе."
        source.save()
    told = [address for address in addresses if OUTDATED in page(client, address)]
    assert told == addresses
    assert OUTDATED not in page(client, "/ru/topics/daily/")


def test_the_self_check_warns_by_the_worst_of_its_texts(client: Client) -> None:
    assert UNREVIEWED in page(client, "/en/check/")
    phrase = Phrase.objects.get(key="steps.report_move.body")
    phrase.text_ru += " Иначе."
    phrase.save()
    assert OUTDATED in page(client, "/en/check/")
    assert OUTDATED not in page(client, "/ru/check/")


def test_the_contacts_warn_when_what_is_said_of_one_has_changed(client: Client) -> None:
    assert UNREVIEWED in page(client, "/en/contacts/")
    contact = Contact.objects.get(slug="mmc-sakharovo")
    contact.name_ru += " (переехал)"
    contact.save()
    assert OUTDATED in page(client, "/en/contacts/")


def test_new_search_words_change_no_state() -> None:
    before = state()
    change(asked_ru="совсем другое", asked_en="quite different")
    assert state() == before != State.STALE


def test_metadata_moves_and_hiding_mark_nothing_outdated() -> None:  # integreat-cms #4563, #4284
    claiming.reviewed(entry(), "en", "Alice", TODAY)
    change(position=900, topic=Topic.objects.exclude(pk=entry().topic_id).first(), published=False, slug="moved-on")
    Entry.objects.filter(slug="moved-on").update(slug="moved")
    assert state() == State.REVIEWED


def test_a_minor_edit_changes_no_state_but_a_real_one_does() -> None:  # integreat-cms #1653, #1788
    claiming.reviewed(entry(), "en", "Alice", TODAY)
    for addition in ("а", "б", "в"):
        change("typo", short_answer_ru=f"{addition}: {entry().short_answer_ru}")
    assert state() == State.REVIEWED
    change("meaning", short_answer_ru="Четыре.")
    assert state() == State.STALE


def test_a_state_is_renewed_without_touching_the_text() -> None:  # integreat-cms #1864
    change("meaning", short_answer_ru="Иначе.")
    claiming.confirmed(entry(), "en", None)
    assert state() == State.DRAFT


def test_translating_into_a_new_language_outdates_no_other() -> None:  # integreat-cms #4254
    claiming.reviewed(entry(), "en", "Alice", TODAY)
    change(made_from=NOW, title_uz="U", short_answer_uz="U", body_uz="U")
    assert (state("en"), state("uz")) == (State.REVIEWED, State.DRAFT)


def test_bringing_a_translation_up_to_date_clears_its_state() -> None:  # integreat-cms #4396, #4398
    change("meaning", short_answer_ru="Иначе.")
    change(made_from=NOW, short_answer_en="Otherwise.")
    assert state() == State.DRAFT


def test_a_correction_of_an_outdated_translation_leaves_it_outdated() -> None:
    change("meaning", short_answer_ru="Иначе.")
    change(short_answer_en="A mere correction.")
    assert state() == State.STALE


def test_restoring_the_russian_restores_every_state(client: Client) -> None:
    claiming.reviewed(entry(), "en", "Alice", TODAY)
    before = entry().short_answer_ru
    change("meaning", short_answer_ru="Иначе.")
    change("meaning", short_answer_ru=before)
    assert state() == State.REVIEWED
    assert OUTDATED not in page(client)
