"""The self-check as a person meets it: a phone-sized Chromium without JavaScript, in Kyrgyz."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from apps.amina.tests.test_phrases import phrases

pytestmark = pytest.mark.browser
KYRGYZ = phrases("ky")
ANSWERS = [
    ("citizenship", "kg"),
    ("region", "moscow"),
    ("entry", "visa_free"),
    ("age", "adult"),
    ("special_status", "none"),
    ("residence", "temporary"),
    ("purpose", "work"),
    ("app", "registered"),
    ("signal", "today"),
]


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False, locale="ky-KG")
    yield context.new_page()
    assert context.cookies() == []
    context.close()


def choose(page: Page, question: str, option: str) -> None:
    page.get_by_text(KYRGYZ[f"questions.{question}.options.{option}"], exact=True).click()
    page.get_by_role("button", name="Улантуу", exact=True).click()


def fits(page: Page) -> bool:
    # Scripts are off for the page, not for the one who measures it.
    return all(
        box is None or box["x"] + box["width"] <= 360
        for box in (item.bounding_box() for item in page.locator("main *").all())
    )


def test_a_kyrgyz_worker_who_moved_gets_a_date_a_reason_and_a_source(phone: Page, site: str) -> None:
    phone.goto(f"{site}/ky/")
    phone.get_by_role("link", name="Мен эмне кылышым керек?").first.click()
    for question, option in ANSWERS:
        expect(phone.get_by_role("heading", level=1)).to_have_text(KYRGYZ[f"questions.{question}.title"])
        choose(phone, question, option)
    phone.get_by_text("Жок", exact=True).click()
    phone.get_by_role("button", name="Улантуу", exact=True).click()
    phone.get_by_text(KYRGYZ["questions.moved.title"]).click()
    phone.get_by_role("button", name="Улантуу", exact=True).click()
    phone.get_by_label(KYRGYZ["questions.moved_on.title"]).fill("2026-11-19")
    phone.get_by_role("button", name="Улантуу", exact=True).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(KYRGYZ["steps.covered.title"])
    step = phone.locator("#report_move")
    expect(step).to_contain_text("2026-жылдын 24-ноябры")
    step.get_by_text("Эмне үчүн жана муну ким айтат").click()
    expect(step).to_contain_text(f"{KYRGYZ['questions.moved.label']}: Ооба")
    expect(step.get_by_role("link", name="Avesta.tj").first).to_be_visible()
    assert fits(phone)


def test_an_answer_is_changed_from_the_result_and_the_rest_stays(phone: Page, site: str) -> None:
    phone.goto(f"{site}/ky/check/")
    choose(phone, "citizenship", "by")
    expect(phone.get_by_role("heading", level=1)).to_have_text(KYRGYZ["steps.exempt_belarus.title"])
    phone.get_by_text("Сиздин жоопторуңуз").click()
    phone.get_by_role("button", name=f"Өзгөртүү {KYRGYZ['questions.citizenship.label']}").click()
    choose(phone, "citizenship", "kg")
    expect(phone.get_by_role("heading", level=1)).to_have_text(KYRGYZ["questions.region.title"])


def test_the_enter_key_continues_and_does_not_go_back(phone: Page, site: str) -> None:
    phone.goto(f"{site}/ky/check/")
    choose(phone, "citizenship", "kg")
    phone.get_by_label(KYRGYZ["questions.region.options.oblast"]).check()
    phone.get_by_label(KYRGYZ["questions.region.options.oblast"]).press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(KYRGYZ["questions.entry.title"])


def test_the_language_changes_in_the_middle_and_the_answers_stay(phone: Page, site: str) -> None:
    phone.goto(f"{site}/ky/check/")
    choose(phone, "citizenship", "kg")
    phone.get_by_text("Башка тилде улантуу").click()
    phone.get_by_role("button", name="English").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(phrases("en")["questions.region.title"])
    assert phone.locator('input[name="citizenship"]').get_attribute("value") == "kg"
