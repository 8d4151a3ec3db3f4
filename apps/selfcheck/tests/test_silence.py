"""No exception and no line of a log carries an answer: a mark in every field, and an error forced at every layer."""

import logging
import traceback

import pytest
from django.test import Client

from apps.amina import current
from apps.amina.tests.test_phrases import phrases
from apps.guide.models import Entry
from apps.rules import assess
from apps.rules.errors import AnswerError

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("one_version")]

MARK = "zqxmark"
LAYERS = [
    "apps.selfcheck.answering.read_day",
    "apps.selfcheck.answering.unanswered",
    "apps.selfcheck.interview.assess",
    "apps.selfcheck.interview.replay",
    "apps.selfcheck.pages.question",
    "apps.selfcheck.pages.limits",
    "apps.rules.answers.read_day",
    "apps.rules.assessment.epoch_on",
    "apps.rules.interview.next_screen",
]


def marked() -> dict[str, list[str]]:
    fields = {id: [f"{MARK}-{id}"] for id in current.rulebook().questions}
    return fields | {"shown": list(current.rulebook().questions), "change": [MARK], "not_sure": [MARK], "step": [MARK]}


@pytest.mark.parametrize("layer", ["", *LAYERS])
@pytest.mark.parametrize("address", ["/ky/check/", "/ky/check/calendar/"])
def test_no_log_carries_an_answer(
    layer: str, address: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*given: object, **named: object) -> None:
        raise RuntimeError("forced")

    if layer:
        monkeypatch.setattr(layer, fails)
    caplog.set_level(logging.DEBUG)
    for more in ({}, {"finish": "1"}, {"moved_on": "2026-11-5"}):
        r = Client(raise_request_exception=False).post(address, {**marked(), **more})
        assert layer or r.status_code == 200
    lines = [record.getMessage() + (record.exc_text or "") for record in caplog.records]
    assert [line for line in lines if MARK in line or "2026-11-5" in line] == []


@pytest.mark.parametrize("id", list(current.rulebook().questions))
def test_an_error_about_an_answer_names_the_question_and_not_the_answer(id: str) -> None:
    for wrong in (f"{MARK}-{id}", [MARK], "2026-11-5x"):
        with pytest.raises(AnswerError) as caught:
            assess(current.rulebook(), {id: wrong}, current.today())
        said = "".join(traceback.format_exception(caught.value))
        assert id in str(caught.value)
        assert MARK not in said and "2026-11-5x" not in said


def test_a_day_written_without_a_zero_is_an_answer(client: Client) -> None:
    r = client.post("/ky/check/", {"shown": "moved_on", "moved_on": "5.11.2026", "moved": "yes"})
    assert 'name="moved_on" value="2026-11-05"' in r.text


def test_every_entry_that_names_an_event_opens_the_interview_with_it(client: Client) -> None:
    named = dict(Entry.objects.exclude(event="").values_list("slug", "event"))
    assert len(named) > 40
    for slug, event in named.items():
        link = f"/ky/check/?about={event}"
        assert link in client.get(f"/ky/q/{slug}/").text
        assert client.get(link).context["carried"], slug
    assert phrases("ky")["questions.phone_lost.label"] in client.get("/ky/q/phone-lost/").text


def test_an_entry_opens_the_interview_with_its_event(client: Client) -> None:
    assert 'name="phone_lost" value="yes"' in client.get("/ky/check/?about=phone_lost").text
    for unknown in ("citizenship", "nonsense", "moved_on", ""):
        assert client.get(f"/ky/check/?about={unknown}").context["carried"] == []
