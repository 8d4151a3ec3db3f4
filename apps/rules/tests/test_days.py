"""One reader for days: what a person may write, and what is refused with a hint and without the text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.rules.days import DayError, read_day

DAY = date(2026, 11, 5)
ALIKE = [
    "2026-11-05",
    "2026-11-5",
    "05.11.2026",
    "5.11.2026",
    "5.11.26",
    "5/11/26",
    "05/11/2026",
    "5-11-2026",
    "2026/11/5",
    "2026.11.05",
    " 5. 11. 2026 ",
    "5 11 2026",
    "5.11.2026.",
    "5\u201311\u20132026",
    "\u200e5.11.2026\u200f",
    "\u0665.\u0661\u0661.\u0662\u0660\u0662\u0666",
    "\u06f5/\u06f1\u06f1/\u06f2\u06f6",
    "\u096b.\u0967\u0967.\u0968\u0966\u0968\u096c",
    "\uff15.\uff11\uff11.\uff12\uff10\uff12\uff16",
]
REFUSED = [
    ("", "write the day as"),
    ("yesterday", "write the day as"),
    ("5.11", "write the day as"),
    ("24-11-26", "write the day as"),
    ("20261105", "write the day as"),
    ("2026-W45-4", "write the day as"),
    ("2026-11-05T10:00", "write the day as"),
    ("5.11/2026", "write the day as"),
    ("5.11.126", "write the day as"),
    ("31.11.2026", "there is no such day"),
    ("11/24/26", "there is no such day"),
    ("2026-13-01", "there is no such day"),
    ("0000-01-01", "there is no such day"),
]


@pytest.mark.parametrize("text", ALIKE)
def test_a_day_is_read_however_a_person_writes_it(text: str) -> None:
    assert read_day(text) == DAY


@pytest.mark.parametrize(("text", "hint"), REFUSED)
def test_what_is_no_day_or_could_be_two_is_refused_with_a_hint(text: str, hint: str) -> None:
    with pytest.raises(DayError, match=hint):
        read_day(text)


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        read_day(text)
    except DayError as error:
        assert str(error) in ("write the day as 24.11.2026 or 2026-11-24", "there is no such day")


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_from_every_way_to_write_it(day: date) -> None:
    ways = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d.%m.%y", "%d/%m/%y", "%d-%m-%Y", "%Y/%m/%d"]
    assert {read_day(day.strftime(way)) for way in ways} == {day}
