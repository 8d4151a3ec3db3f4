"""A reviewer goes through every text of a language; each click and key is counted."""

import re
from typing import Any

import pytest
from django.test import Client

from apps.editing import queue, texts
from apps.editing.tests.people import person
from apps.translations import states
from apps.translations.states import State

pytestmark = pytest.mark.django_db

TABLE = "/admin/translations/translationstate/"
MOST, FEWEST_TEXTS = 1.34, 525  # clicks or keys a text: 700 for 525 texts


def texts_in(language: str) -> list[Any]:
    return [thing for model in texts.MODELS.values() for thing in model.objects.all() if language in thing.hashes]


def from_the_list(reviewer: Client) -> int:
    """Tick every line, one key each, and one more a page."""
    pressed, address = 1, f"{TABLE}at-a-glance/ky/"  # the link
    while lines := (page := reviewer.get(address)).context["lines"]:
        sent = {"accept": [line.sign for line in lines], "last": page.context["last"]}
        address = reviewer.post(page.request["PATH_INFO"], sent)["Location"]
        pressed += len(lines) + 1
    return pressed


def one_by_one(reviewer: Client) -> int:
    """Accept and be led on, one key each."""
    pressed, address = 1, reviewer.get(f"{TABLE}one-by-one/review/ky/")["Location"]
    while "queue=" in address:
        page = reviewer.get(address).text
        form = re.search(r'action="([^"]+/review/[^"]*)"', page)
        text = re.search(r'name="text" value="(\w+)"', page)
        assert form and text
        address = reviewer.post(form[1].replace("&amp;", "&"), {"accept": "1", "text": text[1]})["Location"]
        pressed += 1
    return pressed


def test_every_text_of_a_language_is_reviewed_with_few_clicks(capsys: pytest.CaptureFixture[str]) -> None:
    reviewer = person("reviewer", "reviewer", "language: ky")
    user = reviewer.get(TABLE).wsgi_request.user
    number = len(queue.waiting(user, "ky", queue.REVIEW))
    pressed = 1 + from_the_list(reviewer) + one_by_one(reviewer)  # and the table of translations
    with capsys.disabled():
        print(f"\n{number} texts of a language reviewed with {pressed} clicks or keys")
    assert number >= FEWEST_TEXTS and pressed <= MOST * number
    found = [states.of(thing.hashes, "ky", texts.claims(thing, "ky")) for thing in texts_in("ky")]
    assert {*found} == {State.REVIEWED}
