"""The phone says to a person what the library says: answers read, steps, dates, order, what is asked next."""

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from apps import rules
from apps.amina import current
from apps.rules import Rulebook, assess, bundle, in_order, load, read_day
from apps.rules.bundles import ORIGIN
from apps.rules.days import DayError
from apps.rules.tests.test_days import ALIKE, REFUSED
from apps.selfcheck import interview
from apps.selfcheck.tests import phone

pytestmark = pytest.mark.browser

FERRY = load(Path(rules.__file__).parent / "tests/ferry.toml")
ON, PEOPLE, SEED = date(2026, 11, 23), 500, 20261129

SAID = """(all) => JSON.stringify(JSON.parse(all).map(([given, on]) => {
  const found = assess(rules, given, on), ids = (questions) => questions.map(({ id }) => id);
  const { path, found: { screen } } = replay(rules, given, on);
  return [
    rules.questions.map(({ at, kind, options }) => kind === "date"
      ? found.answers.days[at] === undefined ? "not asked" : found.answers.days[at]
      : found.answers.options[at] === undefined ? "not asked" : found.answers.options[at].map((one) => options[one])),
    found.findings.map(({ step, outcome, due }) => [step.id, outcome === 1, due && due.day]),
    inOrder(rules, applying(found).slice().reverse()).map(({ step }) => step.id),
    ids(found.screen), found.atMost, path.map(ids), ids(screen),
  ];
}))"""


def said(rulebook: Rulebook, given: dict[str, Any], on: date) -> list[Any]:
    found = assess(rulebook, given, on)
    standing = interview.replay(rulebook, given, on)
    answers = [_answer(found.answers, question) for question in rulebook.questions.values()]
    findings = [[one.step.id, one.outcome == "applies", one.due and _number(one.due.day)] for one in found.findings]
    order = in_order(rulebook, found.applying()[::-1], lambda finding: finding.step.id)
    ids = [[question.id for question in screen] for screen in [found.next_screen, *standing.path, standing.screen]]
    return [answers, findings, [one.step.id for one in order], ids[0], found.at_most, ids[1:-1], ids[-1]]


def _answer(answers: Any, question: Any) -> Any:
    if question.is_date:
        return _number(answers.days[question.id]) if question.id in answers.days else "not asked"
    options = answers.options.get(question.id)
    return "not asked" if options is None else [option for option in question.options if option in options]


def _number(day: date | None) -> int | None:
    return day and (day - ORIGIN).days  # type: ignore[return-value]  # a day is never false


def anybody(chance: random.Random, rulebook: Rulebook) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for question in rulebook.questions.values():
        if question.is_date and chance.random() < 0.4:
            given[question.id] = chance.choice(["unknown", str(ON - timedelta(days=chance.randrange(60)))])
        elif not question.is_date and chance.random() < 0.7:
            given[question.id] = chance.choice([*question.options, "unknown"])
    return given


@pytest.mark.parametrize("rulebook", [FERRY, current.rulebook()], ids=["ferry", "amina"])
def test_the_phone_assesses_everybody_as_the_library_does(browser: Browser, rulebook: Rulebook) -> None:
    chance = random.Random(SEED)
    people = [anybody(chance, rulebook) for _ in range(PEOPLE)]
    with phone.opened(browser, bundle=bundle(rulebook)) as page:
        asked = json.dumps([[given, (ON - ORIGIN).days] for given in people])
        found = json.loads(page.evaluate(SAID, asked))
    expected = [json.loads(json.dumps(said(rulebook, given, ON))) for given in people]
    assert [row for row in zip(people, expected, found, strict=True) if row[1] != row[2]][:3] == []


def test_the_phone_reads_days_as_the_library_does(browser: Browser) -> None:
    chance = random.Random(SEED)
    texts = [*ALIKE, *(text for text, _ in REFUSED)]
    texts += [
        "".join(chance.choices("0123456789./- \u0663\u200e\u2013", k=chance.randrange(6, 12))) for _ in range(20_000)
    ]
    texts += [
        f"{chance.randrange(40)}{sign}{chance.randrange(14)}{sign}{chance.randrange(3000)}"
        for sign in "./- "
        for _ in range(5_000)
    ]
    with phone.opened(browser) as page:
        found = page.evaluate(
            """async (texts) => {
              const { readDay } = await import("/days.js");
              return JSON.stringify(JSON.parse(texts).map(readDay));
            }""",
            json.dumps(texts),
        )
    expected = [_read(text) for text in texts]
    assert [row for row in zip(texts, expected, json.loads(found), strict=True) if row[1] != row[2]][:5] == []
    assert sum(day is not None for day in expected) > 1_000


def _read(text: str) -> int | None:
    try:
        return (read_day(text) - ORIGIN).days
    except DayError:
        return None
