"""A week's tasks in Chromium, each from the first page on, with its clicks counted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from apps.editing.tests.counting import Taken, counted, listen, write_down
from apps.editing.tests.signing_in import Open, come_in

pytestmark = pytest.mark.browser
LANGUAGES = ["ky", "uz", "tg", "az", "hy", "kk", "ka", "ro", "uk", "en"]


def first_page(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/")


def saved(page: Page) -> None:
    page.wait_for_selector(".messagelist .success")


def make_account(page: Page) -> None:
    page.locator(".model-user a.addlink").click()
    page.fill("#id_username", "fresh")
    page.fill("#id_password1", "three goats under a ladder")
    page.fill("#id_password2", "three goats under a ladder")
    page.locator("input[name=_save]").click()
    saved(page)
    page.locator("#id_is_staff").click()
    for group in ("translator", "language: Кыргызча"):
        page.locator("#id_groups_from option", has_text=group).dblclick()
    page.locator("input[name=_save]").click()
    saved(page)


def open_entry(page: Page, slug: str) -> None:
    page.locator(".model-entry th a").click()
    page.fill("#searchbar", slug)
    page.press("#searchbar", "Enter")
    page.locator("#result_list tbody th a").first.click()


def write(page: Page) -> None:
    page.locator(".model-entry a.addlink").click()
    for name, text in {"title": "Вопрос недели?", "short_answer": "Ответ недели.", "body": "Полный ответ."}.items():
        page.fill(f"#id_{name}_ru", text)
    page.fill("#id_slug", "week")
    page.select_option("#id_topic", index=1)
    page.select_option("#id_certainty", "official")
    page.fill("#id_checked_on", "2026-11-24")
    page.locator("#id_sources_from option").first.dblclick()
    page.locator("input[name=_save]").click()
    saved(page)


def fill_all_languages(page: Page) -> None:
    """Open the text, and write language after language."""
    open_entry(page, "week")
    page.locator(".target-languages a:has([lang=ky])").click()
    for code in LANGUAGES:
        for name, text in {"title": "Т?", "short_answer": "Ж.", "body": "Б."}.items():
            page.fill(f"#id_{name}_{code}", text)
        page.locator("button[name=_language], input[name=_save]").first.click()
        saved(page)


def change_russian(page: Page) -> None:
    open_entry(page, "week")
    page.fill("#id_body_ru", "Полный ответ стал другим.")
    page.select_option("#id_severity", "meaning")
    page.select_option("#id_up_to_date", "no")
    page.locator("input[name=_save]").click()
    saved(page)


def mend_all_languages(page: Page, languages: list[str]) -> None:
    open_entry(page, "week")
    page.locator(".target-languages a:has([lang=ky])").click()
    for code in languages:
        page.fill(f"#id_body_{code}", "Б другое.")
        page.select_option("#id_up_to_date", "yes")
        page.locator("button[name=_language], input[name=_save]").first.click()
        saved(page)


def restore_one(page: Page) -> None:
    open_entry(page, "week")
    page.locator("a.historylink").click()
    page.locator(".version a[href$='/ru/']").last.click()
    page.locator("input[type=submit].default").click()
    page.wait_for_selector(".messagelist")


def take_over(page: Page, folder: Path) -> None:
    page.locator(".model-translationstate th a").click()
    page.get_by_role("link", name="Files for translators").click()
    with page.expect_download() as given:
        page.locator("a[href$='ky.po']").click()
    given.value.save_as(folder / "ky.po")
    page.set_input_files("input[type=file]", folder / "ky.po")
    page.locator("input[type=submit]").click(timeout=60_000)  # 714 texts are compared
    page.wait_for_selector(".panel, .errorlist")


def test_a_weeks_tasks_and_their_clicks(as_person: Open, site: str, tmp_path: Path) -> None:
    page, found = as_person("", 1366), list[Taken]()
    listen(page)
    page.goto(f"{site}/admin/")
    with counted(page, "sign in with password and backup code", found):
        come_in(page, "editor")
    tasks: dict[str, Callable[[], None]] = {
        "make an account with role and language": lambda: make_account(page),
        "write an entry": lambda: write(page),
        "translate it into ten languages": lambda: fill_all_languages(page),
        "change its Russian": lambda: change_russian(page),
        "mend nine languages": lambda: mend_all_languages(page, LANGUAGES[:9]),
        "restore the Russian": lambda: restore_one(page),
        "take a PO file and bring it back": lambda: take_over(page, tmp_path),
    }
    for task, walk in tasks.items():
        first_page(page, site)
        with counted(page, task, found, {"mend nine languages": "45"}.get(task, "")):
            walk()
    write_down(found)
    clicks = {one.task: one.clicks for one in found}
    assert clicks["mend nine languages"] <= 30
    assert clicks["translate it into ten languages"] <= 15
