"""The phone decides as the server does: every node, random people, every day of the calendar."""

import json
import os
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

import pytest
from playwright.sync_api import Browser, Page

from apps.amina import current
from apps.rules.bundles import ORIGIN
from apps.rules.deadlines import last_day
from apps.rules.diagrams import Diagram, Node
from apps.rules.epochs import Epoch, epochs
from apps.rules.errors import CalendarError
from apps.rules.model import Reading
from apps.rules.questions import Unit
from apps.selfcheck.tests import phone

pytestmark = pytest.mark.browser

RULEBOOK = current.rulebook()
CHOICES = RULEBOOK.choices()
POSITION = {id: number for number, id in enumerate(RULEBOOK.questions)}
PEOPLE, AT_ONCE, SEED = int(os.environ.get("PHONE_PEOPLE", "20000")), 2_000, 20261124

# Masks are the possible options of each question, as bits; 0 where it was not asked.
WALK = """([epoch, people]) => JSON.parse(people).map((masks) => {
  const possible = [];
  masks.forEach((mask, at) => {
    if (mask > 0) possible[at] = rules.questions[at].options.map((_, n) => n).filter((n) => mask & (1 << n));
  });
  return rules.epochs[epoch].steps.map(([, root]) => {
    const [outcome, open] = rules.walk(root, possible);
    return outcome === 2 ? open.join() : outcome === 1 ? "y" : "n";
  }).join(";");
}).join("\\n")"""
LAST_DAYS = """([reading, first, count]) => JSON.stringify(
  Array.from({ length: count }, (_, n) => lastDay(rules.calendar, reading, first + n)))"""
Masks = tuple[int, ...]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with phone.opened(browser) as page:
        yield page


def masks(possible: dict[str, set[str]]) -> Masks:
    return tuple(
        sum(1 << number for number, option in enumerate(question.options) if option in possible.get(question.id, ()))
        for question in RULEBOOK.questions.values()
    )


def library(epoch: Epoch) -> Callable[[Masks], str]:
    """What the Python library says of every step: y or n, or the questions that are still open."""
    options = [
        [
            frozenset(chosen for n, chosen in enumerate(q.options) if mask & (1 << n))
            for mask in range(1 << len(q.options))
        ]
        for q in RULEBOOK.questions.values()
    ]

    @cache
    def asked(counts: int) -> str:
        return ",".join(str(POSITION[id]) for id in epoch.diagrams.asked(counts))

    def said(left: Diagram) -> str:
        return asked(left.counts) if isinstance(left, Node) else "y" if left else "n"

    def of(person: Masks) -> str:
        possible = {id: options[at][mask] for at, (id, mask) in enumerate(zip(POSITION, person, strict=True)) if mask}
        left = epoch.left(possible)
        return ";".join(said(left.get(step.id, False)) for step in epoch.steps)

    return of


def differences(page: Page, epoch: int, people: list[Masks]) -> list[tuple[Masks, str, str]]:
    # Both walk at the same time. As text, because Playwright takes seconds over so many single values.
    walk = f"(all) => {{ window.said = new Promise((done) => setTimeout(() => done(({WALK})(all)))); }}"
    page.evaluate(walk, [epoch, json.dumps(people)])
    expected = list(map(library(epochs(RULEBOOK)[epoch]), people))
    found = page.evaluate("said").split("\n")
    return [pair for pair in zip(people, expected, found, strict=True) if pair[1] != pair[2]]


def ways_to_every_node(epoch: Epoch, diagram: Diagram) -> Iterator[dict[str, set[str]]]:
    """The answers that lead to each node, and on from it by each of its options."""
    seen: set[Diagram] = set()
    ways: list[tuple[Diagram, dict[str, set[str]]]] = [(diagram, {})]
    while ways:
        part, answers = ways.pop()
        yield answers
        if not isinstance(part, Node) or part in seen:
            continue
        seen.add(part)
        question = CHOICES[part.question]
        ways += [
            (child, {**answers, question.id: {option}})
            for option, child in zip(question.options, part.children, strict=True)
        ]


@pytest.mark.parametrize("number", range(len(epochs(RULEBOOK))))
def test_the_walker_agrees_at_every_node_of_every_step(page: Page, number: int) -> None:
    epoch = epochs(RULEBOOK)[number]
    ways = [masks(way) for step in epoch.steps for way in ways_to_every_node(epoch, epoch.compiled[step.id])]
    assert differences(page, number, list(dict.fromkeys(ways))) == []


def anybody(chance: random.Random) -> Masks:
    return tuple(
        0 if question.is_date else _some(chance, len(question.options)) for question in RULEBOOK.questions.values()
    )


def _some(chance: random.Random, options: int) -> int:
    match chance.randrange(8):
        case 0 | 1:
            return 0
        case 2:
            return int((1 << options) - 1)
        case 3:
            return chance.randrange(1, 1 << options)
    return 1 << chance.randrange(options)


@pytest.mark.parametrize("part", range(PEOPLE // AT_ONCE))
def test_the_walker_agrees_for_random_people(page: Page, part: int) -> None:
    chance, epoch = random.Random(SEED + part), part % len(epochs(RULEBOOK))
    assert differences(page, epoch, [anybody(chance) for _ in range(AT_ONCE)]) == []


READINGS = [
    Reading(id="any", days=n, unit=unit, counts_from=counts_from, roll=roll, sources=())  # type: ignore[arg-type]  # as below
    for n in range(31)
    for unit, roll in [(Unit.CALENDAR_DAY, "none"), (Unit.CALENDAR_DAY, "next_working_day"), (Unit.WORKING_DAY, "none")]
    for counts_from in ("next_day", "same_day")
]


def _last_day(reading: Reading, day: date) -> int | None:
    try:
        return (last_day(reading, day, RULEBOOK.calendar) - ORIGIN).days
    except CalendarError:
        return None


def test_every_term_ends_on_the_same_day_from_every_day_of_the_calendar(page: Page) -> None:
    first, last = date(min(RULEBOOK.calendar.years), 1, 1), date(max(RULEBOOK.calendar.years), 12, 31)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    for reading in READINGS:
        terms = {
            "days": reading.days,
            "working": reading.unit is Unit.WORKING_DAY,
            "same": reading.counts_from == "same_day",
            "roll": reading.roll == "next_working_day",
        }
        found = json.loads(page.evaluate(LAST_DAYS, [terms, (first - ORIGIN).days, len(days)]))
        assert found == [_last_day(reading, day) for day in days], reading
