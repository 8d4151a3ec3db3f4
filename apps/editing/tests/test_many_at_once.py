"""Twenty editors save the same entry at the same moment, on whichever database the tests run."""

import os
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from apps.editing.tests.databases import Shipped
from apps.editing.tests.people import opened, person
from apps.guide.models import Entry
from apps.translations import languages, states
from apps.translations.models import TranslationState

EDITORS = 20
TITLES = [f"Аталыш {'аб'[n % 2] * (n + 1)}" for n in range(EDITORS)]  # no figures, which the Russian has not
FIELDS = ["title", "short_answer", "body", "asked"]


@pytest.fixture
def entry(shipped: Shipped, django_db_blocker: DjangoDbBlocker) -> Iterator[Entry]:
    """These tests really commit, so the database is copied anew for those that follow in the same process."""
    with django_db_blocker.unblock():
        yield Entry.objects.get(slug="moved")
        shipped.renew()


def at_once(jobs: list[Callable[[], None]]) -> None:
    gate = threading.Barrier(len(jobs))

    def run(job: Callable[[], None]) -> None:
        gate.wait()
        try:
            job()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[job]) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def sent_by(clients: list[Client], addresses: list[str], texts: list[dict[str, str]]) -> list[Any]:
    """Let everybody open the form, write, and save at the same moment; return the answers."""
    forms = [
        {**opened(client, address), **text} for client, address, text in zip(clients, addresses, texts, strict=True)
    ]
    answers: list[Any] = [None] * len(clients)

    def job(n: int) -> Callable[[], None]:
        def save() -> None:
            answers[n] = clients[n].post(addresses[n], forms[n], headers={"accept-language": "en"})

        return save

    at_once([job(n) for n in range(len(clients))])
    return answers


def test_of_twenty_saves_of_one_text_one_wins_and_all_others_are_told(entry: Entry) -> None:
    clients = [person(f"editor{n}", "administrator") for n in range(EDITORS)]
    address = f"/admin/guide/entry/{entry.pk}/change/?translate_to=ky"
    answers = sent_by(clients, [address] * EDITORS, [{"title_ky": title} for title in TITLES])
    saved = Entry.objects.get(pk=entry.pk)
    won = [n for n, r in enumerate(answers) if r.status_code == 302]
    assert [TITLES[n] for n in won] == [saved.title_ky]
    for n, r in enumerate(answers):
        if n not in won:
            assert r.status_code == 200
            assert f'<span class="diff">{saved.title_ky}</span>' in r.text and TITLES[n] in r.text


def test_of_twenty_saves_of_different_texts_none_is_lost(entry: Entry) -> None:
    places = [(name, code) for code in languages.TARGETS for name in FIELDS[:2]][:EDITORS]
    clients = [person(f"editor{n}", "administrator") for n in range(EDITORS)]
    addresses = [f"/admin/guide/entry/{entry.pk}/change/?translate_to={code}" for _, code in places]
    texts = [{f"{name}_{code}": f"{name} {code}"} for name, code in places]
    answers = sent_by(clients, addresses, texts)
    assert [r.status_code for r in answers] == [302] * EDITORS
    saved = Entry.objects.get(pk=entry.pk)
    assert {place: getattr(saved, "_".join(place)) for place in places} == {place: " ".join(place) for place in places}
    assert saved.hashes == states.hashes(saved)
    assert saved.history.count() >= EDITORS
    for row in TranslationState.objects.of(saved):
        if row.language in saved.hashes:
            assert saved.hashes[row.language] in row.claims


def test_the_database_is_the_one_that_was_asked_for() -> None:
    asked_for = os.environ.get("DATABASE_URL", "sqlite").partition(":")[0]
    assert connection.vendor == {"sqlite": "sqlite", "postgres": "postgresql"}[asked_for]
