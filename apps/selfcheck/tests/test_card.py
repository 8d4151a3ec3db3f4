"""The list in the reader's language and another side by side, to be shown at a counter."""

import html

import pytest
from django.test import Client

from apps.amina.tests.test_phrases import phrases
from apps.selfcheck.tests.test_check import REGISTERED

pytestmark = pytest.mark.django_db


def shown(client: Client, page: str, other: str) -> str:
    r = client.post(f"/{page}/check/", {**REGISTERED, "beside": other})
    assert r.status_code == 200
    return r.text


@pytest.mark.parametrize(("page", "other"), [("ky", "ru"), ("uz-cyrl", "ru"), ("ru", "tg"), ("en", "hy")])
def test_verdict_and_steps_stand_in_both_languages(client: Client, page: str, other: str) -> None:
    text = shown(client, page, other)
    titles = [
        phrases(one)[f"steps.{id}.title"] for one in {page, other} - {"uz-cyrl"} for id in ("covered", "daily_check")
    ]
    assert [title for title in titles if html.escape(title) not in text] == []
    assert text.count(f'<h1 lang="{other}">') == text.count(f'<h1 lang="{page}">') == 1


def test_in_russian_alone_and_for_an_unknown_language_there_is_no_empty_column(client: Client) -> None:
    assert shown(client, "ru", "ru").count("<h1") == 1
    assert '<h1 lang="ru">' in shown(client, "ky", "nonsense")


def test_the_answers_lead_back_to_the_steps(client: Client) -> None:
    text = shown(client, "ky", "ru")
    assert 'name="signal" value="today"' in text
    assert 'name="finish"' in text


def test_the_answer_about_the_card_of_a_foreigner_asks_for_no_list(client: Client) -> None:
    r = client.post("/ky/check/", {**REGISTERED, "card": "lost", "finish": "1"})
    assert 'id="daily_check"' in r.text
