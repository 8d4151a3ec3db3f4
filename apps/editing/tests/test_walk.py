"""One entry's whole life in Chromium, under the strict policy; its pictures are those of the handbook."""

import os
from base64 import b32decode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django_otp.oath import totp
from playwright.sync_api import Browser, Dialog, Page

from apps.editing.tests.signing_in import enter_password, sign_in
from apps.offline.tests.serving import ROOT

pytestmark = pytest.mark.browser
PICTURES = os.environ.get("HANDBOOK_PICTURES", "")
LATER = "Ответ изменился: теперь срок один рабочий день."
Open = Callable[..., Page]


@pytest.fixture
def as_person(browser: Browser, site: str) -> Iterator[Open]:
    """Pages of signed-in people; the test fails on any complaint of the browser and on any foreign request."""
    complaints: list[str] = []
    contexts = []

    def open_page(name: str, width: int = 900) -> Page:
        # A visitor who saved the guide sees a change at the next update of the pack; this one did not save it.
        context = browser.new_context(viewport={"width": width, "height": 760}, locale="en", service_workers="block")
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda sent: None if sent.url.startswith((site, "data:")) else complaints.append(sent.url))
        if name:
            sign_in(page, site, name)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [text for text in complaints if "404 (Not Found)" not in text] == []


def picture(page: Page, name: str) -> None:
    if PICTURES:
        folder = ROOT / PICTURES if not Path(PICTURES).is_absolute() else Path(PICTURES)
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png", full_page=False)


def save(page: Page) -> None:
    page.locator("input[name=_continue]").click()
    page.wait_for_selector(".messagelist .success")


def find(page: Page, site: str, language: str = "ky") -> None:
    page.goto(f"{site}/admin/guide/entry/?q=walk")
    page.locator("#result_list tbody th a").first.click()
    page.locator(f".target-languages a:has([lang={language}])").click()


def write_entry(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/guide/entry/add/")
    page.fill("#id_title_ru", "Нужно ли сообщать о переезде?")
    page.fill("#id_short_answer_ru", "Да, срок три рабочих дня.")
    page.fill("#id_body_ru", "Укажите в «Амине» новый адрес.")
    picture(page, "add")
    page.fill("#id_slug", "walk")
    page.select_option("#id_topic", index=1)
    page.select_option("#id_certainty", "official")
    page.fill("#id_checked_on", "2026-11-24")
    page.locator("#id_sources_from option").first.dblclick()
    save(page)


def translate(page: Page, site: str, short_answer: str) -> None:
    find(page, site)
    page.fill("#id_title_ky", "Көчкөнүмдү билдиришим керекпи?")
    page.fill("#id_short_answer_ky", short_answer)
    page.fill("#id_body_ky", "«Аминага» жаңы даректи жазыңыз.")


def test_an_entry_is_written_translated_sent_back_published_changed_and_restored(as_person: Open, site: str) -> None:
    writer, translator, reviewer, publisher = (
        as_person(name) for name in ("writer", "translator", "reviewer", "publisher")
    )
    visitor = as_person("", 360)
    write_entry(writer, site)
    find_work_and_translate(translator, site)
    send_back_and_accept(reviewer, translator, site)
    publish(publisher, site)
    visitor.goto(f"{site}/ky/q/walk/")
    assert visitor.locator(".unreviewed, .notice.error").count() == 0
    change_the_law(publisher, as_person("editor"), translator, visitor, site)
    restore(publisher, as_person("editor"), visitor, site)


def find_work_and_translate(translator: Page, site: str) -> None:
    translator.goto(f"{site}/admin/translations/translationstate/?language=every&kind=entry")
    picture(translator, "table")
    translator.goto(f"{site}/admin/translations/translationstate/?language=ky&state=missing")
    translator.locator("a.state.missing").first.click()
    translate(translator, site, "Ооба.")
    translator.locator("#id_title_ky").scroll_into_view_if_needed()
    picture(translator, "translate")
    with translator.context.expect_page() as opened:
        translator.locator(".preview button").click()
    assert "Көчкөнүмдү" in opened.value.locator("h1").inner_text()
    opened.value.close()
    save(translator)


def send_back_and_accept(reviewer: Page, translator: Page, site: str) -> None:
    find(reviewer, site)
    reviewer.fill("#note", "Мөөнөтү кана?")
    picture(reviewer, "review")
    reviewer.locator("button[name=send_back]").click()
    reviewer.wait_for_selector(".messagelist")
    translate(translator, site, "Ооба, мөөнөтү үч жумуш күнү.")
    assert "Мөөнөтү кана?" in translator.locator(".panel").inner_text()
    picture(translator, "sent-back")
    save(translator)
    find(reviewer, site)
    reviewer.locator("button[name=accept]").click()
    reviewer.wait_for_selector(".panel .state.reviewed")


def publish(publisher: Page, site: str) -> None:
    find(publisher, site)
    publisher.locator("button[value=publish]").scroll_into_view_if_needed()
    picture(publisher, "publish")
    publisher.locator("button[value=publish]").click()
    publisher.wait_for_selector(".messagelist")


def change_the_law(publisher: Page, second: Page, translator: Page, visitor: Page, site: str) -> None:
    find(publisher, site)
    publisher.fill("#id_short_answer_ru", LATER)
    publisher.select_option("#id_severity", "meaning")
    publisher.locator("#id_severity").scroll_into_view_if_needed()
    picture(publisher, "law-changes")
    save(publisher)
    visitor.reload()
    assert visitor.locator(".notice.error").count() == 0
    accept(second, site)
    visitor.reload()
    assert visitor.locator(".notice.error").count() == 1
    picture(visitor, "reader-warned")
    translator.goto(f"{site}/admin/translations/translationstate/?language=ky&state=stale")
    translator.locator("a.state.stale").first.click()
    translator.wait_for_selector(".panel .diff ins, .panel .diff del")
    assert (
        "один" in translator.locator(".panel .diff ins").all_inner_texts()[-1]
        or translator.locator(".panel .diff del").count()
    )
    picture(translator, "stale")


def accept(second: Page, site: str) -> None:
    second.goto(f"{site}/admin/editing/proposal/?decision__exact=waiting")
    second.locator("#result_list tbody th a").first.click()
    second.locator("input[name=accept]").click()
    second.wait_for_selector(".messagelist")


def restore(publisher: Page, second: Page, visitor: Page, site: str) -> None:
    find(publisher, site)
    publisher.locator("a.historylink").click()
    picture(publisher, "history")
    publisher.locator(".version").nth(1).locator("a[href$='/ru/']").or_(
        publisher.locator(".version a[href$='/ru/']").last
    ).first.click()
    publisher.locator("input[type=submit].default").click()
    publisher.wait_for_selector(".messagelist")
    accept(second, site)
    visitor.reload()
    assert visitor.locator(".notice.error, .unreviewed").count() == 0


def test_a_newcomer_sets_up_a_second_factor_with_a_picture_and_prints_backup_codes(as_person: Open, site: str) -> None:
    page = as_person("")
    enter_password(page, site, "newcomer")
    page.wait_for_url("**/second-factor/")
    page.get_by_role("button", name="Go on").click()
    image = page.locator("img")
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 50
    picture(page, "second-factor")
    secret = page.locator("a[href^='otpauth:']").inner_text()
    page.fill("#id_generator-token", f"{totp(b32decode(secret)):06}")
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Make new codes").click()
    assert page.locator(".codes li").count() == 10
    page.get_by_role("link", name="Go on to the texts").click()
    page.wait_for_selector("#user-tools")
    picture(page, "first-page")


@pytest.mark.parametrize(
    "path",
    ["/admin/", "/admin/translations/translationstate/", "/admin/guide/entry/?q=moved", "/account/backup-codes/"],
)
def test_editors_pages_fit_a_narrow_phone(as_person: Open, site: str, path: str) -> None:
    page = as_person("translator", 360)
    page.goto(site + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    if "?q=" in path:
        page.locator("#result_list tbody th a").first.click()
        page.locator("#id_title_ky").wait_for(state="visible")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        picture(page, "phone")


@pytest.mark.parametrize("width", [360, 1024, 1280, 1366, 1920])
def test_the_two_texts_neither_overlap_nor_are_cut(as_person: Open, site: str, width: int) -> None:
    page = as_person("editor", width)
    page.goto(f"{site}/admin/guide/entry/?q=moved")
    page.locator("#result_list tbody th a").first.click()
    for name in ("title", "short_answer", "body"):
        boxes = [page.locator(f"#id_{name}_{code}").bounding_box() for code in ("ru", "ky")]
        (left, right) = [box for box in boxes if box]
        assert max(box["x"] + box["width"] for box in (left, right)) <= width
        beside = left["x"] + left["width"] <= right["x"]
        assert beside or left["y"] + left["height"] <= right["y"], name


def test_what_is_typed_survives_leaving_and_an_ended_session(as_person: Open, site: str) -> None:
    page = as_person("translator")
    page.goto(f"{site}/admin/guide/entry/?q=landlords")
    page.locator("#result_list tbody th a").first.click()
    address = page.url.partition("?")[0]
    asked: list[str] = []

    def go_on(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", go_on)
    page.fill("#id_title_ky", "Жазганым")
    page.locator(".target-languages a:has([lang=uz])").click()
    page.wait_for_url("**translate_to=uz")
    assert asked == ["beforeunload"]
    page.goto(address + "?translate_to=ky")
    assert page.locator("#id_title_ky").input_value() != "Жазганым"
    page.locator("#draft button[value=take]").click()
    page.locator("input[name=_continue]").click()
    page.wait_for_selector(".messagelist .success")
    assert page.locator("#id_title_ky").input_value() == "Жазганым"
    assert page.locator("#draft").is_hidden() and len(asked) == 1


def test_two_languages_stand_side_by_side(as_person: Open, site: str) -> None:
    page = as_person("editor", 1200)
    page.goto(f"{site}/admin/guide/entry/?q=moved")
    page.locator("#result_list tbody th a").first.click()
    page.locator(".target-languages a:has([lang=uz])").click()
    left, right = page.locator("#id_title_ru").bounding_box(), page.locator("#id_title_uz").bounding_box()
    assert left and right
    assert left["y"] == right["y"] and left["x"] < right["x"]
    assert page.locator("textarea, input[type=text]").count() < 22
    page.fill("#id_title_uz", "Sarlavha")
    page.get_by_role("button", name="_continue").or_(page.locator("input[name=_continue]")).click()
    assert page.locator("#id_title_uz").input_value() == "Sarlavha"
    page.locator("a[href$='/preview/']").click()
    assert page.locator("h1").count() == 1
