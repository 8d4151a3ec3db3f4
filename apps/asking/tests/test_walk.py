"""A reader asks in Kyrgyz on a small phone, an editor accepts, and the asker's address leads to the answer."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from apps.editing.tests.signing_in import sign_in

pytestmark = pytest.mark.browser
TEXT = "Ишканада түнкү сменада телефонду жыйнап алышат, менин номерим +996 555 123 456. Эмне кылам?"
OURS = "Жумушта телефонду алып коюшса эмне кылуу керек?"


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """On a phone that runs no scripts."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="ky-KG", java_script_enabled=False)
    page = context.new_page()
    yield page
    assert context.cookies() == []
    context.close()


@pytest.fixture
def editor(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 900, "height": 760}, locale="ky-KG")
    yield context.new_page()
    context.close()


def test_from_a_question_to_its_published_answer(reader: Page, editor: Page, site: str) -> None:
    ask(reader, site)
    address = reader.url
    accept(editor, site)
    reader.goto(address)
    expect(reader.locator(".answer")).to_have_text(OURS)
    reader.goto(f"{site}/ky/asked/")
    expect(reader.locator("main li")).to_have_text([OURS])
    answer(editor, site)
    reader.goto(address)
    reader.locator("main a[href='/ky/q/moved/']").click()
    assert reader.url == f"{site}/ky/q/moved/"


def ask(reader: Page, site: str) -> None:
    """From a search that finds nothing."""
    reader.goto(f"{site}/ky/search/?q=ыывфыв")
    reader.locator("main a[href='/ky/ask/']").click()
    reader.fill("#text", TEXT)
    reader.locator("form.asking button").click()
    expect(reader.locator("blockquote")).to_contain_text("менин номерим […].")
    assert "555" not in reader.content()
    assert reader.evaluate("document.documentElement.scrollWidth") == 360
    reader.wait_for_timeout(2200)  # nobody reads faster
    reader.locator("button[name=send]").click()
    expect(reader.locator("[role=status].answer")).to_be_visible()


def accept(editor: Page, site: str) -> None:
    sign_in(editor, site, "translator")
    editor.goto(f"{site}/admin/asking/question/")
    editor.locator("textarea").fill(OURS)
    editor.locator("button[value=new]").click()
    editor.wait_for_selector(".messagelist li")


def answer(editor: Page, site: str) -> None:
    editor.goto(f"{site}/admin/asking/publicquestion/")
    editor.get_by_role("link", name=OURS).click()
    editor.locator("#id_entry").select_option(label="moved")
    editor.locator("input[name=_save]").click()
    editor.wait_for_selector(".messagelist .success")
