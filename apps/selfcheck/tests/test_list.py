"""The result's list: what to do in five lines, with the day of each, leading to numbered cards."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from apps.amina import current
from apps.amina.phrasebook import phrasebook_in
from apps.amina.tests.workers import WORKER
from apps.guide.models import Contact
from apps.rules import Due
from apps.selfcheck import terms
from apps.selfcheck.tests.test_check import MOVED, REGISTERED, post

pytestmark = pytest.mark.django_db
ASKING = {**WORKER, "about": "must_i", "arrived_on": "unknown"}


def test_the_list_on_top_has_five_lines_at_most_and_each_leads_to_its_card(client: Client) -> None:
    everything = {question.id: "yes" for question in current.rulebook().screen("events") if not question.is_date}
    r = post(client, {**MOVED, **everything, "struck_off": "no"}, {"finish": "1"})
    steps = r.context["steps"]
    assert [card.number for card in steps] == list(range(1, len(steps) + 1))
    assert r.context["first_steps"] == steps[:5]
    assert r.context["more_steps"] == steps[5:] != []
    for card in steps:
        assert r.text.index(f'href="#{card.id}"') < r.text.index(f'id="{card.id}"')


def test_without_a_verdict_the_safe_steps_are_open_numbered_cards(client: Client) -> None:
    r = post(client, {question.id: "unknown" for question in current.rulebook().questions.values()})
    safe = r.context["safe_steps"]
    assert 0 < len(safe) <= 5
    assert all(f"<h3>{card.number}. {card.title}</h3>" in r.text for card in safe)


def test_no_two_safe_steps_exclude_each_other_and_what_comes_later_is_not_for_today(client: Client) -> None:
    r = post(client, {question.id: "unknown" for question in current.rulebook().questions.values()})
    steps = [current.rulebook().steps[card.id] for card in r.context["safe_steps"]]
    assert "once_registered" in [step.id for step in steps]
    assert [(one.id, other.id) for one in steps for other in steps if other.id in one.not_with] == []
    later = next(card for card in r.context["safe_steps"] if card.id == "once_registered")
    assert later.pace == "when_it_happens"


def test_whoever_never_had_a_card_registers_after_the_step_that_gets_one(client: Client) -> None:
    newcomer = {**MOVED, "about": "arrived", "app": "not_installed", "phone": "android_7", "card": "never_issued"}
    r = post(client, newcomer, {"finish": "1"}, address="/en/check/")
    assert paces(r)["get_card"] == ("today", 0)
    assert paces(r)["register"] == ("after", [card.id for card in r.context["steps"]].index("get_card") + 1)
    assert " ".join(r.text.split()).count("after step 1") == 2  # in the list and on the card
    assert paces(post(client, newcomer, {"card": "valid", "finish": "1"}))["register"] == ("today", 0)


def test_whoever_has_no_phone_opens_the_app_every_day_once_there_is_one(client: Client) -> None:
    lost = {**MOVED, "moved": "no", "phone_lost": "yes", "phone_lost_on": "2026-11-20"}
    found = paces(post(client, lost))
    assert next(iter(found)) == "replace_phone"
    assert found["daily_check"] == found["keep_switched_on"] == ("after", 1)
    assert paces(post(client, MOVED))["daily_check"] == ("daily", 0)


def test_whoever_knows_nothing_of_the_app_is_told_what_is_safe_beside_the_verdict(client: Client) -> None:
    nothing = dict.fromkeys(["app", "signal", "last_signal_on", "phone", "card", "registration"], "unknown")
    r = post(client, {**ASKING, **nothing}, {"finish": "1"})
    assert r.context["verdict"].id == "covered"
    assert paces(r, "safe_steps") == {
        "register": ("today", 0),
        "once_registered": ("when_it_happens", 0),
        "keep_switched_on": ("always", 0),
    }


def test_what_has_not_come_yet_is_not_for_today(client: Client) -> None:
    leaving = post(client, {**MOVED, "moved": "no", "leaving_region": "yes"})
    assert paces(leaving)["register_elsewhere"] == ("when_it_happens", 0)
    gone = post(client, {**MOVED, "moved": "no", "region": "other_region", "arrived_elsewhere_on": "unknown"})
    assert paces(gone)["register_elsewhere"] == ("today", 0)
    of_age = {**ASKING, "under_18": "yes", "seventeen": "yes", "turns_18_on": "unknown"}
    assert paces(post(client, of_age, {"finish": "1"}))["turning_18"] == ("when_it_happens", 0)


def test_a_duty_with_a_day_stands_in_the_list(client: Client) -> None:
    today = current.today().isoformat()
    r = post(client, {**REGISTERED, "children": "yes", "children_arrived_on": today})
    assert paces(r)["register_children"] == ("day", 0)


def paces(r: Any, steps: str = "steps") -> dict[str, tuple[str, int]]:
    """How a list says when each step is to be done, in its order."""
    return {card.id: (card.pace, card.after) for card in r.context[steps]}


def test_every_number_in_a_card_can_be_called_and_never_breaks_across_lines(client: Client) -> None:
    r = post(client, {question.id: "unknown" for question in current.rulebook().questions.values()})
    cards = r.text.partition('<section class="steps">')[2].partition('class="whom"')[0]
    assert '<a class="number"\n  href="tel:+74995305688">+7 (499) 530-56-88</a>' in cards
    assert cards.count("+7 (") == cards.count('href="tel:+7')


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (1, "tomorrow"), (2, "in 2 days"), (-1, "yesterday"), (-2, "2 days ago")],
)
def test_a_day_is_named_with_its_weekday_and_how_near_it_is(days: int, said: str) -> None:
    due, on = date(2026, 12, 1), date(2026, 12, 1) - timedelta(days=days)
    step = current.rulebook().steps["report_move"]
    assert step.deadline
    with translation.override("en"):
        found = terms.when(Due(step.deadline, due), step, on, phrasebook_in("en"))
        html = render_to_string("selfcheck/includes/when.html", {"when": found})
    assert f"By 1 December 2026 (Tuesday), {said}" in " ".join(html.split())


def test_whom_to_ask_are_those_of_the_readers_country_and_each_can_be_reached(client: Client) -> None:
    Contact.objects.filter(slug="kyrgyz-embassy").update(phone="+70000000000", phone_display="+7 000 000-00-00")
    own = post(client, REGISTERED).text
    assert '<a class="tel" href="tel:+70000000000">+7 000 000-00-00</a>' in own
    assert "tel:+70000000000" not in post(client, {**REGISTERED, "citizenship": "uz"}).text
    whom = own.partition('<section class="whom">')[2].partition("</section>")[0]
    cards = whom.split('<p class="contact">')[1:]
    assert cards and all("href=" in card for card in cards)
    assert 'href="https://yandex.ru/maps/?text=' in whom
