"""A proposed change: seen by everybody, taken back, opened again, written anew, previewed, and about facts as well."""

from typing import Any

import pytest
from django.test import Client

from apps.editing.models import Proposal
from apps.editing.tests.people import opened, person
from apps.guide.models import Contact, Entry, Source
from apps.translations.models import TranslationState

pytestmark = pytest.mark.django_db

ENGLISH = {"accept-language": "en"}
WORDS = "Иначе, но о том же."


def entry() -> Entry:
    return Entry.objects.get(slug="moved")


def form(thing: Any = None) -> str:
    thing = thing or entry()
    return f"/admin/guide/{thing._meta.model_name}/{thing.pk}/change/"


def change(client: Client, thing: Any = None, **said: Any) -> str:
    sent = {**opened(client, form(thing)), "severity": "meaning", **said}
    return client.post(form(thing), sent, follow=True, headers=ENGLISH).text


def proposal() -> Proposal:
    return Proposal.objects.latest("pk")


def do(client: Client, deed: str, **said: str) -> int:
    address = f"/admin/editing/proposal/{proposal().pk}/decide/"
    return int(client.post(address, {deed: "1", **said}).status_code)


def edit(client: Client, words: str) -> int:
    address = f"/admin/editing/proposal/{proposal().pk}/edit/"
    return int(client.post(address, {"short_answer_ru": words}).status_code)


@pytest.fixture
def writer() -> Client:
    return person("writer", "writer")


@pytest.fixture
def publisher() -> Client:
    return person("publisher", "publisher")


def test_a_proposed_change_is_seen_on_the_form_by_everybody(writer: Client, publisher: Client) -> None:
    assert "waits for a second person" in change(writer, short_answer_ru=WORDS)
    for client in (writer, publisher, person("reader", "translator", "language: ky")):
        page = client.get(form(), headers=ENGLISH).text
        assert "A change by writer" in page and f"/admin/editing/proposal/{proposal().pk}/change/" in page
    assert "Иначе" in writer.get(f"/admin/editing/proposal/{proposal().pk}/change/").text
    do(publisher, "accept")
    assert "A change by writer" not in writer.get(form(), headers=ENGLISH).text


def test_its_author_takes_it_back_and_lets_it_wait_again(writer: Client, publisher: Client) -> None:
    change(writer, short_answer_ru=WORDS)
    assert do(publisher, "withdraw") == 403 and do(person("other", "writer"), "withdraw") == 403
    do(writer, "withdraw")
    assert proposal().decision == "withdrawn"
    do(publisher, "accept")
    assert entry().short_answer_ru != WORDS
    do(writer, "reopen")
    do(publisher, "accept")
    assert entry().short_answer_ru == WORDS


def test_what_was_sent_back_is_opened_again_beside_the_text_as_it_is_now(writer: Client, publisher: Client) -> None:
    change(writer, short_answer_ru=WORDS)
    do(publisher, "send_back", note="Короче")
    thing = entry()
    thing.short_answer_ru = "Новее."
    thing.save()
    assert do(person("other", "writer"), "reopen") == 403
    do(writer, "reopen")
    assert proposal().before == {"short_answer_ru": "Новее."}
    do(publisher, "accept")
    assert entry().short_answer_ru == WORDS


def test_what_a_publisher_writes_anew_is_public_once_its_author_agrees(writer: Client, publisher: Client) -> None:
    change(writer, short_answer_ru=WORDS)
    assert edit(person("other", "writer"), "Чужое.") == 403
    edit(publisher, "Слова издателя.")
    assert do(publisher, "accept") == 403  # nobody else has seen these words
    assert do(person("other", "writer"), "accept") == 403
    assert do(writer, "send_back") == 403
    do(writer, "accept")
    assert entry().short_answer_ru == "Слова издателя."


def test_what_its_author_writes_anew_is_a_publishers_to_judge_again(writer: Client, publisher: Client) -> None:
    change(writer, short_answer_ru=WORDS)
    edit(publisher, "Слова издателя.")
    edit(writer, "Снова мои слова.")
    assert do(writer, "accept") == 403
    do(publisher, "accept")
    assert entry().short_answer_ru == "Снова мои слова."


@pytest.mark.parametrize("words", ["", "[Туда](entry:nowhere).", "Сообщите в течение 9 рабочих дней."])
def test_words_that_no_form_would_take_are_not_written_into_a_proposal(
    writer: Client, publisher: Client, words: str
) -> None:
    change(writer, short_answer_ru=WORDS)
    assert edit(publisher, words) == 200
    assert proposal().after == {"short_answer_ru": WORDS}


def test_the_page_is_seen_as_it_would_be(writer: Client, publisher: Client) -> None:
    change(writer, short_answer_ru=WORDS)
    page = publisher.get(f"/admin/editing/proposal/{proposal().pk}/preview/").text
    assert WORDS in page and entry().title_ru in page
    assert WORDS not in Client().get("/ru/q/moved/").text


def test_a_publisher_corrects_what_a_change_means(writer: Client, publisher: Client) -> None:
    change(writer, short_answer_ru=WORDS, severity="meaning")
    do(publisher, "accept", severity="typo")
    # Its words differ too much for a typo: whatever people say, the meaning counts.
    claims = TranslationState.objects.of(entry()).get(language="ky").read()
    assert (proposal().severity, claims[entry().hashes["ky"]].severity) == ("typo", "meaning")
    change(writer, title_ru=f"{entry().title_ru} сейчас", severity="meaning")
    do(publisher, "accept", severity="wording")
    assert proposal().severity == "wording"


def test_facts_sources_and_certainty_of_what_is_public_wait_as_well(writer: Client, publisher: Client) -> None:
    person("second", "publisher")
    source = Source.objects.exclude(entries=entry()).earliest("pk")
    for author in (writer, publisher):
        before = (entry().facts, entry().certainty, entry().cites)
        change(author, facts="F001", certainty="reported", sources=[source.pk])
        assert (entry().facts, entry().certainty, entry().cites) == before
        page = publisher.get(f"/admin/editing/proposal/{proposal().pk}/change/", headers=ENGLISH).text
        assert source.publisher_ru in page and "F001" in page
        do(writer if author is writer else publisher, "withdraw")
    do(writer, "reopen")
    do(person("second", "publisher"), "reopen")
    do(publisher, "reopen")
    do(person("second", "publisher"), "accept")
    assert (entry().facts, entry().certainty, entry().cites) == (["F001"], "reported", [source.code])
    assert [found.pk for found in entry().sources.all()] == [source.pk]


def test_a_publishers_new_phone_number_waits_and_its_place_in_the_list_does_not(publisher: Client) -> None:
    second, contact = person("second", "publisher"), Contact.objects.exclude(phone="").earliest("pk")
    before = contact.phone
    change(publisher, contact, phone="112", phone_display="112", position=77)
    contact.refresh_from_db()
    assert (contact.phone, contact.position) == (before, 77)
    do(second, "accept")
    contact.refresh_from_db()
    assert contact.phone == "112"
