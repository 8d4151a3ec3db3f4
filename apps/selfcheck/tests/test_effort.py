"""What the interview is said to cost is what its pages say, and the promised time is no shorter."""

import re

import pytest
from django.core.management import call_command
from django.test import Client

from apps.amina import current
from apps.rules.saying import load_people
from apps.selfcheck import effort

pytestmark = pytest.mark.django_db
PEOPLE = load_people(current.FOLDER.parent / "people", current.rulebook())


def test_what_is_folded_away_is_not_counted() -> None:
    counted = effort._Words("form", ())
    counted.feed(
        "no <form><p>one <b>two</b></p><details>not this</details> o‘z-o‘zini <svg><text>x</text></svg></form> no"
    )
    assert counted.words == 3


@pytest.mark.parametrize("language", ["ky", "uz", "en"])
def test_the_median_way_takes_no_longer_than_the_home_page_says(client: Client, language: str) -> None:
    found = effort.of_each(PEOPLE[::20], language)
    middle = effort.on_the_median_way(found)
    assert 3 <= middle.screens <= 7
    assert middle.taps > middle.screens
    assert "Three to five minutes." in client.get("/en/").text
    assert middle.seconds <= 5 * 60


def test_the_command_shows_a_line_for_each_language(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("show_interview", "ky", every=60)
    assert re.search(r"^ky( +\d+){6}$", capsys.readouterr().out, re.MULTILINE)
