"""One entry's whole life in Chromium, under the strict policy; its pictures are those of the handbook."""

import pytest
from playwright.sync_api import Page

from apps.editing.tests.pictures import picture
from apps.editing.tests.signing_in import Open

pytestmark = pytest.mark.browser
LATER = "Ответ изменился: теперь срок один рабочий день."


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
