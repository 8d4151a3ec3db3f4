"""A question is kept once, without anything about its asker; whatever fails, its text comes back."""

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import Client

from apps.amina import current
from apps.asking import budget, keeping, tokens
from apps.asking.budget import Budget
from apps.asking.models import Decision, PublicQuestion, Question
from apps.asking.tests.asking import ASK, TEXT, hidden, second_page, send
from apps.guide.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def room_and_quick_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "of_this_worker", Budget())
    monkeypatch.setattr(tokens, "SOONEST", 0)


def test_what_is_kept_is_shown_first_and_then_kept(client: Client) -> None:
    r = second_page(client, f"{TEXT} Телефонум +996 555 123 456.", topic="home-landlord-employer", language="uz-cyrl")
    assert Question.objects.count() == 0
    assert "Телефонум […]." in r.text and "555" not in r.text
    r = client.post(ASK, {**hidden(r), "send": "1"})
    found = Question.objects.get()
    assert r.status_code == 302 and r["Location"] == f"/ky/asked/{found.code}/"
    assert (found.text, found.language, found.kind) == (f"{TEXT} Телефонум […].", "uz-cyrl", "asked")
    assert found.day == current.today() and found.decision == Decision.WAITING


def test_its_address_says_what_becomes_of_it_and_never_shows_its_own_words(client: Client) -> None:
    address = send(client)["Location"]
    said = {
        Decision.WAITING: "It has arrived. Nobody has read it yet.",
        Decision.ACCEPTED: "An editor has read it. Thank you.",
        Decision.OUT_OF_SCOPE: "We cannot answer this here.",
    }
    for decision, text in said.items():
        Question.objects.update(decision=decision)
        r = client.get(address.replace("/ky/", "/en/"))
        assert text in r.text and TEXT not in r.text and "no-store" in r["Cache-Control"]
    Question.objects.update(decision=Decision.SPAM)
    assert client.get(address).status_code == client.get("/ky/asked/nothing/").status_code == 404


def test_an_accepted_question_stands_in_an_editors_words_and_leads_to_its_answer(client: Client) -> None:
    found = PublicQuestion.objects.create(code="abc", text="Түнкү смена", language="ky", day="2026-11-29")
    assert "Түнкү смена" in client.get("/ky/asked/").text and "Түнкү смена" not in client.get("/ru/asked/").text
    assert '<p class="answer" lang="ky">Түнкү смена</p>' in client.get("/ru/asked/abc/").text
    found.entry = Entry.objects.get(slug="moved")
    found.save()
    for address in ("/ky/asked/", "/ky/asked/abc/", "/ru/asked/abc/"):
        assert "/q/moved/" in client.get(address).text, address


def test_uzbek_questions_stand_in_both_scripts(client: Client) -> None:
    PublicQuestion.objects.create(code="abc", text="Tungi smena", language="uz", day="2026-11-29")
    assert "Тунги смена" in client.get("/uz-cyrl/asked/").text and "Tungi smena" in client.get("/uz/asked/").text


def test_something_wrong_is_told_from_the_entry_itself(client: Client) -> None:
    assert 'name="entry" value="moved"' in client.get("/ky/q/moved/").text
    send(client, "Бул жерде ката бар", entry="moved", kind="language")
    found = Question.objects.get()
    assert found.entry and (found.entry.slug, found.kind) == ("moved", "language")


@pytest.mark.parametrize("twice", ["double tap", "back and send again"])
def test_sending_twice_keeps_it_once(client: Client, twice: str) -> None:
    form = {**hidden(second_page(client)), "send": "1"}
    first, second = client.post(ASK, form), client.post(ASK, form)
    assert first["Location"] == second["Location"] and Question.objects.count() == 1
    Question.objects.update(text="", decision=Decision.SPAM)
    client.post(ASK, form)
    assert Question.objects.get().text == ""


def test_a_token_that_is_late_early_forged_or_for_another_text_brings_the_page_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = {**hidden(second_page(client)), "send": "1"}
    with monkeypatch.context() as later:
        later.setattr(tokens, "LATEST", timedelta(seconds=-1))
        late = client.post(ASK, form)
    with monkeypatch.context() as hasty:
        hasty.setattr(tokens, "SOONEST", 60)
        early = client.post(ASK, form)
    with monkeypatch.context() as clock:  # the clock on the wall was set back an hour, then stood for a year
        clock.setattr("time.time", lambda: 1)
        wrong_clock = client.post(ASK, form)
    forged = client.post(ASK, {**form, "token": form["token"][:-2] + "xx"})
    other = client.post(ASK, {**form, "text": "Башка суроо, такыр башка"})
    without = client.post(ASK, {**form, "token": ""})
    for r in (late, early, forged, other, without, wrong_clock):
        assert r.status_code == 200 and 'role="alert"' in r.text and r.context["form"].text in r.text
    assert Question.objects.count() == 0
    for r in (late, early, forged, other, without):
        assert client.post(ASK, {**hidden(r), "send": "1"}).status_code == 302


@pytest.mark.parametrize("text", ["", "   ", "😀😀😀", "+79161234567", "\u202e\u200b", "?!", "\x00\x00", "аб"])
def test_what_is_no_question_is_asked_for_again(client: Client, text: str) -> None:
    r = second_page(client, text)
    assert r.status_code == 200 and 'role="alert"' in r.text and not r.context["token"]


def test_a_text_that_is_too_long_comes_back_whole(client: Client) -> None:
    r = second_page(client, "сөз " * 200)
    assert 'role="alert"' in r.text and "сөз " * 199 in r.text
    assert second_page(client, "а" * 300 + "\r\n" * 100 + "б" * 200).context["token"]


def test_a_body_that_is_too_large_is_refused_unread(client: Client) -> None:
    assert second_page(client, "х" * 70_000).status_code == 400


def test_lone_surrogates_nul_bytes_and_line_ends_do_no_harm(client: Client) -> None:
    body = b"text=%ED%A0%80+%00Kandai+kagaz+kerek%0D%0Aekinchi+sap%FF&topic=%00&language=%ED%A0%80&entry=..%2f&kind=%00"
    r = client.post(ASK, body, content_type="application/x-www-form-urlencoded")
    client.post(ASK, {**hidden(r), "send": "1"})
    assert Question.objects.get().text == "Kandai kagaz kerek\nekinchi sap"


def test_signs_that_turn_the_writing_around_are_taken_out(client: Client) -> None:
    send(client, "суроо \u202eменин\u202c жооп керек")
    assert Question.objects.get().text == "суроо менин жооп керек"


def test_whoever_fills_in_the_field_that_nobody_sees_sends_nothing(client: Client) -> None:
    form = {**hidden(second_page(client)), "send": "1"}
    r = client.post(ASK, {**form, "reason": "http://buy.example"})
    assert r.status_code == 200 and Question.objects.count() == 0
    assert client.post(ASK, {**hidden(r), "send": "1"}).status_code == 302


def test_a_flood_ends_where_the_budget_does_and_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "of_this_worker", Budget(most=5))
    answers = [send(client, f"Суроо номер {number} кандай") for number in range(12)]
    assert [r.status_code for r in answers] == [302] * 5 + [429] * 7
    assert Question.objects.count() == 5
    assert "Суроо номер 11 кандай" in answers[-1].text and 'role="alert"' in answers[-1].text


def test_the_budget_comes_back_with_time() -> None:
    small = budget.Budget(most=1, seconds=0)
    assert [small.take() for _ in range(3)] == [True] * 3
    assert [Budget(most=0).take(), Budget(most=1, seconds=60).take()] == [False, True]


def test_more_than_editors_could_read_is_not_taken(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_WAITING", 1)
    assert [send(client, f"Суроо номер {number} кандай").status_code for number in range(2)] == [302, 429]


def test_without_a_database_the_text_comes_back_and_can_be_sent_later(client: Client) -> None:
    form = {**hidden(second_page(client)), "send": "1"}

    def gone(execute: Any, sql: str, *rest: Any) -> Any:
        from django.db import OperationalError

        raise OperationalError("gone")

    with connection.execute_wrapper(gone):
        first, r, address = second_page(client), client.post(ASK, form), client.get("/ky/asked/abc/")
    assert first.status_code == 200 and TEXT in first.text
    assert r.status_code == 503 and TEXT in r.text and form["token"] in r.text
    assert address.status_code == 503
    assert client.post(ASK, form).status_code == 302


MARKS = {
    "HTTP_USER_AGENT": "zqagent",
    "REMOTE_ADDR": "203.0.113.77",
    "HTTP_X_FORWARDED_FOR": "198.51.100.33",
    "HTTP_REFERER": "https://zqreferer.example/",
    "HTTP_ACCEPT_LANGUAGE": "zqlanguage",
    "HTTP_COOKIE": "sessionid=zqcookie",
}


def test_nothing_about_the_asker_is_in_the_database_the_log_or_the_cache(
    client: Client, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with_marks = Client(headers=None)
    with_marks.defaults.update(MARKS)
    for r in (second_page(with_marks), send(with_marks), second_page(with_marks, "х" * 70_000)):
        assert not any(cookie.value for cookie in r.cookies.values())
    logged = "".join(record.getMessage() + str(record.__dict__.get("params")) for record in caplog.records)
    caplog.clear()
    call_command("dumpdata", exclude=["guide", "amina", "translations"], verbosity=0)
    kept = capsys.readouterr().out + logged
    kept += repr([vars(cache) for cache in caches.all()])
    assert "Ишканада" in kept
    for mark in ("zqagent", "203.0.113", "198.51.100", "zqreferer", "zqlanguage", "zqcookie"):
        assert mark not in kept, mark
