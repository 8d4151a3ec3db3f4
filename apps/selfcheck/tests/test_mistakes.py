"""A mistake on a screen of several questions names each of them and leads to it, with and without scripts."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from apps.amina import current
from apps.selfcheck.tests.test_check import MOVED, post
from apps.selfcheck.tests.walking import KYRGYZ, fill_in, go_on, stands_at

PERSON = {"about": "must_i", "shown": ["citizenship", "region", "arrived_elsewhere_on"]}


@pytest.mark.django_db
def test_the_questions_without_an_answer_are_named_first_and_tied_to_what_is_missing(client: Client) -> None:
    html = post(client, PERSON).text
    assert html.index('id="error"') < html.index("<fieldset")
    for id in ("citizenship", "region"):
        title = KYRGYZ[f"questions.{id}.title"]
        assert f'<a href="#id_{id}">{title}</a>' in html
        assert f'<fieldset id="id_{id}"\n  aria-invalid="true" aria-describedby="wrong_{id}">' in html
        assert html.count(f'id="wrong_{id}"') == 1
    only = post(client, PERSON | {"citizenship": "kg"}).text
    assert 'href="#id_region"' in only and 'href="#id_citizenship"' not in only


@pytest.mark.django_db
def test_a_day_that_cannot_be_right_is_named_with_its_question(client: Client) -> None:
    shown = [question.id for question in current.rulebook().screen("events")]
    r = post(client, {**MOVED, "shown": shown, "moved_on": "2026-02-31"})
    assert [field.id for field in r.context["broken"]] == ["moved_on"]
    field = re.search(r'<input type="date" id="id_moved_on".*?>', r.text, re.DOTALL)
    assert field and 'aria-describedby="wrong_moved_on help_moved_on"' in field[0]
    assert 'aria-invalid="true"' in field[0] and '<a href="#id_moved_on">' in r.text


@pytest.mark.django_db
def test_the_page_for_helpers_names_the_day_that_is_wrong(client: Client) -> None:
    html = post(client, {"moved": "yes", "moved_on": "yesterday"}, address="/ky/check/helper/").text
    assert html.count('<a href="#id_moved_on">') == 1
    assert 'aria-describedby="wrong_moved_on help_moved_on"' in html


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=request.param, service_workers="block"
    )
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_the_mistake_is_on_top_of_what_is_seen_and_its_link_leads_to_the_question(
    page: Page, site: str, request: pytest.FixtureRequest
) -> None:
    page.goto(f"{site}/ky/check/")
    if request.node.callspec.params["page"]:
        page.wait_for_selector("#check[data-shown]")
    fill_in(page, "about", {"about": "must_i"})
    fill_in(page, "person", {"citizenship": "kg"})
    stands_at(page, "person")
    expect(page.get_by_role("alert")).to_be_in_viewport()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.locator("#id_region")).to_be_in_viewport()
    described = page.get_by_role("group", name=KYRGYZ["questions.region.title"], exact=True)
    assert described.get_attribute("aria-describedby") == "wrong_region"
    page.locator("#id_region .choice").first.click()
    go_on(page)
    stands_at(page, "circumstances")
