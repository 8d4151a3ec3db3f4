"""What is typed at the desk is never thrown away: whatever is pressed asks first, and coming back offers it again."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from apps.editing.tests.signing_in import Open, come_in

pytestmark = pytest.mark.browser
TYPED, NOTE = "Жазганым", "Мөөнөтү жок."
# What stands beside the form and sends something else, or leads away; the last one is about an entry that is hidden.
ELSEWHERE = [
    ".target-languages a:has([lang=uz])",
    "a.historylink",
    ".breadcrumbs a",
    ".decide a.button",
    "button[name=accept]",
    "button[value=hide]",
    "button[value=read]",
    "button[value=publish]",
]


@pytest.fixture
def form(as_person: Open, site: str) -> Page:
    page = as_person("editor")
    page.goto(f"{site}/admin/guide/entry/?q=landlords")
    page.locator("#result_list tbody th a").first.click()
    return page


def asked_before_leaving(page: Page, press: str) -> list[str]:
    """Press something that leads away, say yes to what is asked, and return it."""
    asked: list[str] = []

    def go_on(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.once("dialog", go_on)
    with page.expect_navigation():
        page.locator(press).first.click()
    return asked


def put_back(page: Page) -> None:
    page.locator("#draft button[value=take]").click()
    assert page.locator("#draft").is_hidden()


def test_nothing_that_is_pressed_throws_typed_text_away(form: Page) -> None:
    address = form.url.partition("?")[0] + "?translate_to=ky"
    for press in ELSEWHERE:
        form.goto(address)
        before = form.locator("#id_title_ky").input_value()
        form.fill("#id_title_ky", TYPED)
        assert asked_before_leaving(form, press) == ["beforeunload"], press
        form.goto(address)
        assert form.locator("#id_title_ky").input_value() == before != TYPED, press
        put_back(form)
        assert form.locator("#id_title_ky").input_value() == TYPED, press
        form.once("dialog", lambda dialog: dialog.accept())
        form.reload()
        form.locator("#draft button[value=drop]").click()


def test_an_ended_session_gives_back_the_text_after_signing_in(form: Page) -> None:
    form.goto(form.url.partition("?")[0] + "?translate_to=ky")
    form.fill("#id_title_ky", TYPED)
    form.context.clear_cookies(name="sessionid")
    form.locator("input[name=_continue]").click()
    come_in(form, "editor")
    put_back(form)
    assert form.locator("#id_title_ky").input_value() == TYPED
    form.locator("input[name=_continue]").click()
    form.wait_for_selector(".messagelist .success")
    assert form.locator("#id_title_ky").input_value() == TYPED and form.locator("#draft").is_hidden()


def test_a_note_to_a_translator_survives_an_ended_session_and_is_forgotten_once_sent(form: Page) -> None:
    address = form.url.partition("?")[0] + "?translate_to=uz"
    form.goto(address)
    form.fill("#note", NOTE)
    form.context.clear_cookies(name="sessionid")
    form.locator("button[name=send_back]").click()
    come_in(form, "editor")
    assert form.url.endswith("translate_to=uz")
    put_back(form)
    assert form.locator("#note").input_value() == NOTE
    form.locator("button[name=send_back]").click()
    expect(form.locator(".panel .errornote")).to_contain_text(NOTE)
    form.goto(address)
    assert form.locator("#draft").is_hidden()


def test_a_refused_form_keeps_everything_that_was_typed(form: Page) -> None:
    address = form.url.partition("?")[0] + "?translate_to=kk"
    form.goto(address)
    form.fill("#id_title_kk", "Қыс\ufffdқа")
    form.fill("#id_short_answer_kk", TYPED)
    form.locator("input[name=_continue]").click()
    form.wait_for_selector(".errornote")
    form.fill("#id_title_kk", "Қысқа")
    form.once("dialog", lambda dialog: dialog.accept())
    form.goto(address)
    put_back(form)
    assert form.locator("#id_short_answer_kk").input_value() == TYPED
    assert form.locator("#id_title_kk").input_value() == "Қысқа"
