"""The flow picture: every question of the diagram, every answer and every verdict, as drawing and as list."""

import gzip
import re

import html5lib
import pytest
from django.test import Client

from apps.amina import current
from apps.amina.phrasebook import Phrasebook
from apps.amina.tests.test_phrases import phrases
from apps.amina.tests.workers import CIRCUMSTANCES
from apps.openrules import drawing, flow
from apps.openrules.tests.test_rules_pages import STYLES
from apps.rules import assess

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_page_is_valid_small_and_without_inline_style(client: Client, language: str) -> None:
    r = client.get(f"/{language}/rules/flow/")
    html5lib.HTMLParser(strict=True).parse(r.text)
    assert "style=" not in r.text
    assert len(gzip.compress(r.content)) + STYLES <= 14_000
    numbers = re.findall(r'(?:x|y|width|height|transform|viewBox|d)="([^"]*)"', r.text)
    assert [text for text in numbers if re.search(r"\d,\d", text)] == []


def test_following_the_forks_leads_to_the_verdict_that_the_rules_give() -> None:
    english = phrases("en")
    found = flow.context(Phrasebook("en", english))
    forks = {fork.number: fork for fork in found["forks"]}
    for answers in (
        {"citizenship": "by"},
        {"citizenship": "kg", "region": "oblast", "visa": "yes"}
        | {"under_18": "no", "mission": "no", "organisation": "no"},
        {"citizenship": "other", "region": "moscow"}
        | {id: said for id, said in CIRCUMSTANCES.items() if id != "children"}
        | {"purpose": "study", "stay": "over_90", "student_housing": "dormitory"},
    ):
        fork = forks[1]
        for question, option in answers.items():
            assert fork.title == english[f"questions.{question}.label"]
            way = next(way for way in fork.ways if said(question, option, english, way))
            fork = forks[way.fork] if way.fork else fork
        (verdict,) = assess(current.rulebook(), answers, current.today()).applying("verdict")
        assert way.verdict
        assert found["verdicts"][way.verdict - 1][0] == verdict.step.id


def said(question: str, option: str, english: dict[str, str], answer: drawing.Way) -> bool:
    groups = [group for group in current.rulebook().groups.values() if group.question == question]
    named = {english[f"groups.{group.id}"] for group in groups if option in group.options}
    words = english.get(f"questions.{question}.options.{option}") or english[f"rules.{option}"]
    return answer.text in named or words in answer.text.split("; ")


def test_no_fork_covers_another_and_every_line_ends_at_the_top_of_a_fork() -> None:
    picture = flow.context(Phrasebook("ru", phrases("ru")))["picture"]
    for number, one in enumerate(picture.boxes):
        for other in picture.boxes[number + 1 :]:
            apart = abs(one.x - other.x) >= drawing.WIDTH + drawing.GAP
            assert apart or one.y + one.height < other.y or other.y + other.height < one.y
    tops = {(box.middle, box.y - 2) for box in picture.boxes}
    for path in picture.paths:
        assert tuple(map(float, re.findall(r"H([\d.]+)V([\d.]+)$", path)[0])) in tops


def test_a_line_that_skips_a_row_passes_between_the_forks() -> None:
    forks = [
        drawing.Fork(1, 0, "first", (drawing.Way("a", 2, None), drawing.Way("b", 3, None))),
        drawing.Fork(2, 1, "second", (drawing.Way("a", 3, None), drawing.Way("b", None, 1))),
        drawing.Fork(3, 2, "third", (drawing.Way("a", None, 1), drawing.Way("b", None, 2))),
    ]
    picture = drawing.draw(forks)
    second = picture.boxes[1]
    (through,) = [path for path in picture.paths if path.count("V") == 4]
    passing = float(re.findall(r"H([\d.]+)", through)[1])
    assert not second.x <= passing <= second.x + drawing.WIDTH


def test_every_verdict_of_today_is_listed_with_its_rule(client: Client) -> None:
    r = client.get("/en/rules/flow/")
    for id in ("covered", "permit_unknown", "unclear_dormitory"):
        assert f'href="/en/rules/{id}/"' in r.text
    assert "not_started" not in r.text
