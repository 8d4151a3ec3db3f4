"""The forms of the desk in Chromium: they fit a phone and stand beside each other."""

import pytest

from apps.editing.tests.pictures import picture
from apps.editing.tests.signing_in import Open

pytestmark = pytest.mark.browser


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


@pytest.mark.parametrize("width", [1024, 1280, 1366, 1920])
def test_russian_stands_beside_the_translation(as_person: Open, site: str, width: int) -> None:
    page = as_person("editor", width)
    for address, names in {"guide/entry/?q=moved": ("title", "body"), "amina/phrase/?q=report_move": ("text",)}.items():
        page.goto(f"{site}/admin/{address}")
        page.locator("#result_list tbody th a").first.click()
        for name in names:
            left, right = (page.locator(f"#id_{name}_{code}").bounding_box() for code in ("ru", "ky"))
            assert left and right and left["y"] == right["y"] and left["x"] + left["width"] <= right["x"], name
            assert min(left["width"], right["width"]) >= 200, name


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
