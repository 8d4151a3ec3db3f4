"""How we decide: a public page for every rule."""

import gzip

import html5lib
import pytest
from django.conf import settings
from django.test import Client

from apps.amina import current
from apps.amina.models import Phrase
from apps.amina.phrasebook import Phrasebook
from apps.amina.tests.test_phrases import phrases
from apps.amina.tests.workers import WORKER
from apps.openrules import examples
from apps.rules.conditions import ALWAYS, Is, leaves

pytestmark = pytest.mark.django_db

STYLES = len(gzip.compress((settings.BASE_DIR / "static/css/site.css").read_bytes()))
STEPS = list(current.rulebook().steps)


@pytest.mark.usefixtures("one_version")
@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_rule_has_a_page_with_its_conditions_valid_and_small(client: Client, language: str) -> None:
    said, sizes = phrases(language), []
    for id, step in current.rulebook().steps.items():
        r = client.get(f"/{language}/rules/{id}/")
        assert r.status_code == 200, id
        html5lib.HTMLParser(strict=True).parse(r.text)
        assert "style=" not in r.text
        for leaf in leaves(step.when):
            if isinstance(leaf, Is):
                assert said[f"questions.{leaf.question}.label"] in r.text, id
        sizes.append(len(gzip.compress(r.content)) + STYLES)
    assert max(sizes) <= 14_000, STEPS[sizes.index(max(sizes))]
    assert sorted(sizes)[int(len(sizes) * 0.95)] <= 10_000


def test_the_index_leads_to_every_rule_once(client: Client) -> None:
    r = client.get("/ru/rules/")
    assert [r.text.count(f'href="/ru/rules/{id}/"') for id in STEPS] == [1] * len(STEPS)


def test_a_rule_shows_its_bullets_its_parts_its_time_and_its_sources(client: Client) -> None:
    r = client.get("/en/rules/probably_covered/")
    assert "Applies to you if" in r.text
    assert "But does not apply if" in r.text
    assert '<dt id="conditions.stage_2">The second stage of the experiment is running</dt>' in r.text
    assert "From 1 September 2026 through 1 September 2029" in r.text
    assert "Reported" in r.text
    assert "Checked on 29 November 2026" in r.text
    assert "Kyrgyzstan; Uzbekistan" in r.text


def test_a_disputed_term_shows_every_reading_and_whom_it_concerns(client: Client) -> None:
    r = client.get("/en/rules/register_elsewhere/")
    assert "the earliest day is the safe one" in r.text
    assert "a country with an ordinary deadline of 15 days" in r.text


def test_a_rule_shows_people_whom_it_concerns_and_people_whom_it_does_not() -> None:
    said = Phrasebook("en", phrases("en"))
    for id, step in current.rulebook().steps.items():
        covered, not_covered = examples.of(step, said)
        assert covered or step.when == ALWAYS, id
        assert not_covered or step.when == ALWAYS, id
        assert all(any(one.decides for one in example.answers) for example in [*covered, *not_covered])


def test_a_rule_that_does_not_exist_is_not_found(client: Client) -> None:
    assert client.get("/ky/rules/nothing/").status_code == 404


@pytest.mark.parametrize("path", ["rules/", "rules/report_move/"])
def test_rules_are_only_read_and_need_few_queries(
    client: Client, django_assert_max_num_queries: object, path: str
) -> None:
    client.get("/ky/q/iphone/")  # what pages have in common is read by the first of a version
    with django_assert_max_num_queries(4):  # type: ignore[operator]  # a fixture without a public type
        assert client.get(f"/ky/{path}").status_code == 200
    assert client.post(f"/ky/{path}").status_code == 405


def test_the_result_links_each_step_to_its_rule(client: Client) -> None:
    r = client.post("/en/check/", {**WORKER, "finish": "1"})
    for id in ("covered", "daily_check"):
        assert f'<a href="/en/rules/{id}/">How we decide this</a>' in r.text


def test_the_sitemap_and_the_page_about_this_site_lead_to_the_rules(client: Client) -> None:
    listed = client.get("/sitemap.xml").text
    for path in ("rules/", "rules/covered/"):
        assert f"<loc>http://testserver/ky/{path}</loc>" in listed
    assert 'href="/ky/rules/"' in client.get("/ky/about/").text


@pytest.mark.parametrize("path", ["rules/", "rules/covered/", "rules/flow/", "rules/changes/2026-09-01/"])
def test_a_language_without_words_reads_the_rules_in_russian_and_is_told_so(client: Client, path: str) -> None:
    Phrase.objects.filter(key="conditions.here").update(text_ky="")
    r = client.get(f"/ky/{path}")
    assert r.status_code == 200
    assert phrases("ru")["steps.covered.title"] in r.text or path != "rules/"
    assert 'lang="ru"' in r.text
