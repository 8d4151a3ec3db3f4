"""The self-check through its address: one question a screen, nothing lost, nothing kept."""

import logging
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import html5lib
import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from apps.amina import current
from apps.amina.models import Phrase
from apps.amina.tests.workers import WORKER

pytestmark = pytest.mark.django_db

ADDRESS = "/ky/check/"
NOTHING = {question.id: "unknown" if question.is_date else "no" for question in current.rulebook().screen("events")}
SIGNAL = {"signal": "today", "last_signal_on": "unknown", "past_gap": "no", "switched_off": "no"}
REGISTERED = {**WORKER, **SIGNAL}
MOVED = {**REGISTERED, **NOTHING, "about": "happened", "app": "registered", "arrived_on": "unknown", "moved": "yes"}


def post(client: Client, *answers: Mapping[str, object], address: str = ADDRESS) -> Any:
    r = client.post(address, {key: value for part in answers for key, value in part.items()})
    assert r.status_code == 200
    html5lib.HTMLParser(strict=True).parse(r.content.decode())
    return r


def said(key: str, language: str = "ky") -> str:
    return str(getattr(Phrase.objects.get(key=key), f"text_{language}"))


def test_the_first_page_asks_the_first_question(client: Client) -> None:
    r = client.get(ADDRESS)
    assert said("questions.about.title") in r.text
    assert said("questions.about.options.happened") in r.text
    assert "Билбейм" in r.text


def test_an_answer_leads_to_the_next_question_and_is_carried_along(client: Client) -> None:
    r = post(client, {"about": "must_i", "shown": "about"})
    assert said("screens.person.title") in r.text
    assert '<input type="hidden" name="about" value="must_i">' in r.text


def test_fewer_questions_are_left_after_each_answer(client: Client) -> None:
    lefts = [client.get(ADDRESS).context["after_this"]]
    for last in ("about", "region", "children", "purpose"):
        so_far = list(WORKER.items())[: list(WORKER).index(last) + 1]
        lefts.append(post(client, dict(so_far)).context["after_this"])
    assert all(later < earlier for earlier, later in pairwise(lefts))


def test_choosing_nothing_asks_again_and_loses_nothing(client: Client) -> None:
    r = post(client, {"about": "must_i", "citizenship": "kg", "shown": "region"})
    assert 'role="alert"' in r.text
    assert said("questions.region.title") in r.text
    assert 'value="kg" checked' in r.text


def test_a_broken_date_is_asked_again_and_loses_nothing(client: Client) -> None:
    r = post(client, MOVED, {"shown": "moved_on", "moved_on": "31.11.2026"})
    assert 'role="alert"' in r.text
    assert 'name="moved" value="yes"' in r.text
    assert 'id="id_moved_on"' in r.text


def test_i_do_not_know_is_an_answer(client: Client) -> None:
    r = post(client, {"about": "unknown", "shown": "about"})
    assert said("screens.events.title") in r.text


def test_not_knowing_about_a_gap_is_no_denial_of_it(client: Client) -> None:
    names = ["signal", "last_signal_on", "past_gap", "switched_off"]
    shown = {**WORKER, "signal": "today", "switched_off": "yes", "shown": names}
    r = post(client, {**shown, "not_sure": "1"})
    assert r.text.count("<h1>") == 1
    assert 'name="past_gap" value="unknown"' in r.text
    assert 'name="switched_off" value="yes"' in r.text


def test_an_exempt_person_has_a_verdict_after_two_screens(client: Client) -> None:
    r = post(client, {"about": "must_i", "citizenship": "by", "region": "moscow", "shown": ["citizenship", "region"]})
    assert f"<h1>{said('steps.exempt_belarus.title')}</h1>" in r.text


def test_the_result_names_steps_dates_reasons_certainty_and_sources(client: Client) -> None:
    r = post(client, MOVED, {"moved_on": "2026-11-19"})
    assert said("steps.covered.title") in r.text
    assert said("steps.report_move.title") in r.text
    assert "2026-жылдын 24-ноябры" in r.text
    assert f"{said('questions.moved.label')}: Ооба" in r.text
    assert 'class="badge official"' in r.text
    assert "https://en.avesta.tj/" in r.text
    assert 'href="/ky/q/moved/"' in r.text
    assert "Текшерилген күнү: 2026-жылдын" in r.text


def test_without_a_date_the_deadline_stands_in_words(client: Client) -> None:
    r = post(client, MOVED, {"moved_on": "unknown"})
    assert said("steps.report_move.deadline") in r.text


def test_a_deadline_that_has_passed_says_so_first(client: Client) -> None:
    r = post(client, MOVED, {"moved_on": "2025-11-19"})
    assert "Бул күн өтүп кеткен" in r.text
    assert r.context["steps"][0].id == "report_move"


def test_disputed_terms_show_every_reading_and_the_earliest_day(client: Client) -> None:
    elsewhere = {**WORKER, "region": "other_region", "app": "registered", "arrived_elsewhere_on": "2026-11-19"}
    r = post(client, elsewhere, {"finish": "1"})
    assert "2026-жылдын 22-ноябры" in r.text
    for reading in ("mayors_office", "ordinary_30_calendar", "no_term_named"):
        assert said(f"steps.register_elsewhere.readings.{reading}") in r.text
    assert said("steps.register_elsewhere.readings.ordinary_90_calendar") not in r.text


def test_beyond_the_published_calendar_the_page_says_so(client: Client) -> None:
    r = post(client, MOVED, {"moved_on": "2027-12-31"})
    assert "календары али жарыялана элек" in r.text


def test_not_knowing_shows_what_may_apply_and_on_what_it_depends(client: Client) -> None:
    r = post(client, {**WORKER, "under_18": "unknown"}, {"finish": "1"})
    assert said("steps.covered.title") in r.text
    assert said("steps.exempt_minor.title") in r.text
    assert said("questions.under_18.label") in r.text
    assert "Жоопту билбегениңиз милдеттен бошотпойт" in r.text


def test_an_earlier_answer_can_be_changed_without_losing_the_others(client: Client) -> None:
    r = post(client, {**WORKER, "shown": "signal", "change": "person"})
    assert said("screens.person.title") in r.text
    assert 'value="moscow" checked' in r.text
    r = post(client, WORKER, {"region": "oblast", "shown": "region"})
    assert said("questions.signal.title") in r.text


def test_going_back_from_the_events_does_not_say_that_nothing_happened(client: Client) -> None:
    r = post(client, {"about": "happened", "shown": list(NOTHING), "moved": "yes", "change": "about"})
    assert said("questions.about.title") in r.text
    assert 'name="moved" value="yes"' in r.text
    assert 'name="warning"' not in r.text


def test_a_tampered_form_asks_again_what_does_not_fit_and_keeps_the_rest(client: Client) -> None:
    r = post(client, {**WORKER, "region": "moon", "nonsense": "x"})
    assert said("screens.person.title") in r.text
    assert 'value="kg" checked' in r.text
    assert "moon" not in r.text
    assert "nonsense" not in r.text


def test_answers_that_no_longer_count_are_kept_but_not_used(client: Client) -> None:
    r = post(client, {**WORKER, "student_housing": "dormitory", "stay": "over_90"})
    assert said("questions.signal.title") in r.text
    assert 'name="student_housing" value="dormitory"' in r.text
    assert said("questions.student_housing.label") not in r.text


def test_another_language_keeps_the_answers(client: Client) -> None:
    r = post(client, WORKER, address="/en/check/")
    assert said("questions.signal.title", "en") in r.text
    assert 'formaction="/ru/check/"' in r.text


def test_a_language_without_all_words_is_russian_as_a_whole(client: Client) -> None:
    Phrase.objects.filter(key="steps.covered.title").update(text_ky="")
    r = client.get(ADDRESS)
    assert said("questions.about.title", "ru") in r.text
    assert said("questions.about.title", "ky") not in r.text
    assert '<div lang="ru">' in r.text


def test_nothing_is_stored_logged_or_cached(
    client: Client, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG, logger="django.request"):
        r = post(client, MOVED, {"moved_on": "2026-11-19"})
    assert not r.cookies
    assert not client.cookies
    assert Session.objects.count() == 0
    assert "no-store" in r.headers["Cache-Control"]
    assert caplog.text == ""
    assert "".join(capfd.readouterr()) == ""


def test_the_result_needs_at_most_four_queries(client: Client, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(4):  # type: ignore[operator]  # a fixture without a public type
        post(client, MOVED, {"moved_on": "2026-11-19"})


def test_other_methods_are_refused(client: Client) -> None:
    assert client.put(ADDRESS).status_code == 405


def test_knowing_nothing_ends_in_the_strictest_advice_and_in_what_to_find_out(client: Client) -> None:
    unknown = {question.id: "unknown" for question in current.rulebook().questions.values()}
    r = post(client, unknown)
    assert "«Амина» сиз үчүн милдеттүү деп эсептеңиз" in r.text
    assert r.context["possible_verdicts"][0] == said("steps.covered.title")
    titles = r.context["possible_verdicts"] + r.context["more_verdicts"]
    assert len(titles) == len(set(titles))
    assert [screen for screen, _ in r.context["find_out"]] == ["person", "circumstances", "visit"]
    assert 'name="change" value="visit"' in r.text


def test_a_step_is_no_surer_than_the_verdict_it_rests_on(client: Client) -> None:
    r = post(client, {**REGISTERED, "purpose": "private", "stay": "over_90"})
    cards = {card.id: card for card in r.context["steps"]}
    assert current.rulebook().steps["daily_check"].certainty == "official"
    assert cards["daily_check"].certainty == "reported"


def test_a_duty_due_tomorrow_or_without_a_known_day_is_one_for_now(client: Client) -> None:
    first, *_ = post(client, MOVED).context["steps"]
    assert (first.id, first.pace) == ("report_move", "today")


def test_a_locked_out_reader_gets_in_first_and_keeps_the_duties(client: Client) -> None:
    r = post(
        client, {**REGISTERED, "about": "must_i", "app": "locked_out", "login_fails": "code", "arrived_on": "unknown"}
    )
    steps = [(card.id, card.number, card.pace) for card in r.context["steps"]]
    assert steps[0][:2] == ("regain_access", 1)
    assert ("daily_check", "after") in [(id, pace) for id, _, pace in steps]
