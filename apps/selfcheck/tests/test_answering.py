"""Reading a form: nothing valid is lost, nothing invalid gets through."""

from datetime import date

from django.http import QueryDict

from apps.amina import current
from apps.selfcheck.answering import Form, submitted


def form(query: str) -> Form:
    return submitted(current.rulebook(), QueryDict(query), date(2026, 11, 23))


def test_valid_answers_are_kept_and_invalid_ones_dropped() -> None:
    assert form("citizenship=kg&purpose=martian&moved_on=yesterday&nonsense=1").given == {"citizenship": "kg"}


def test_several_options_still_possible_are_kept() -> None:
    assert form("citizenship=kg&citizenship=uz").given == {"citizenship": ["kg", "uz"]}


def test_a_shown_question_without_an_answer_is_missing() -> None:
    found = form("citizenship=kg&shown=purpose")
    assert (found.given, found.missing) == ({"citizenship": "kg"}, {"purpose"})


def test_an_event_not_ticked_did_not_happen() -> None:
    assert form("shown=moved&shown=warning&moved=yes").given == {"moved": "yes", "warning": "no"}


def test_unsure_about_the_events_not_ticked_means_unknown() -> None:
    assert form("shown=moved&shown=warning&moved=yes&not_sure=1").given == {"moved": "yes", "warning": "unknown"}


def test_leaving_a_screen_says_nothing_about_what_is_not_ticked_there() -> None:
    found = form("shown=moved&shown=warning&moved=yes&change=about")
    assert (found.given, found.complete) == ({"moved": "yes"}, True)


def test_a_date_left_empty_is_unknown_and_a_broken_one_is_asked_again() -> None:
    assert form("shown=moved_on&moved_on=").given == {"moved_on": "unknown"}
    assert form("shown=moved_on&moved_on=2026-13-45").wrong_dates == {"moved_on"}
    assert form("shown=moved_on&moved_on=0001-01-01").wrong_dates == {"moved_on"}


def test_a_date_answers_the_question_it_belongs_to() -> None:
    found = form("shown=signal&shown=last_signal_on&last_signal_on=2026-11-19")
    assert found.complete
    assert found.given == {"signal": "unknown", "last_signal_on": "2026-11-19"}


def test_without_option_and_date_the_question_is_missing() -> None:
    assert form("shown=signal&shown=last_signal_on&last_signal_on=").missing == {"signal"}


def test_going_back_does_not_confirm_what_was_just_chosen() -> None:
    assert form("citizenship=kg&shown=about&about=must_i&change=person").given == {"citizenship": "kg"}


def test_asking_for_the_steps_now_keeps_what_was_just_chosen() -> None:
    found = form("citizenship=kg&shown=signal&shown=last_signal_on&signal=today&finish=1")
    assert found.given == {"citizenship": "kg", "signal": "today", "last_signal_on": "unknown"}


def test_asking_for_the_steps_now_with_nothing_chosen_is_no_mistake() -> None:
    assert form("citizenship=kg&shown=region&finish=1").complete


def test_what_has_happened_cannot_lie_in_the_future_nor_a_birthday_to_come_in_the_past() -> None:
    assert form("shown=phone_lost_on&phone_lost_on=2026-11-24").wrong_dates == {"phone_lost_on"}
    assert form("shown=phone_lost_on&phone_lost_on=2026-11-23").complete
    assert form("shown=turns_18_on&turns_18_on=2026-11-22").wrong_dates == {"turns_18_on"}
    assert form("shown=turns_18_on&turns_18_on=2027-11-23").complete
    assert form("last_signal_on=2026-12-10").given == {}


def test_going_back_does_not_let_a_date_answer_its_question() -> None:
    found = form("shown=signal&shown=last_signal_on&last_signal_on=2026-11-19&change=app")
    assert "signal" not in found.given


def test_a_field_sent_many_times_is_kept_once() -> None:
    assert form("&".join(["purpose=work"] * 500)).given == {"purpose": "work"}
