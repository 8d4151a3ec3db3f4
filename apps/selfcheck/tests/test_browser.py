"""The self-check as a person meets it: a phone-sized Chromium without JavaScript, in Kyrgyz."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from apps.amina.tests.test_people import PEOPLE
from apps.amina.tests.test_phrases import phrases
from apps.selfcheck.tests.walking import KYRGYZ, choose, ended, fill_in, stands_at

pytestmark = pytest.mark.browser
MUST_I = {"about": "must_i"}
MOVED = {
    "about": {"about": "happened"},
    "events": {"moved": "yes", "moved_on": "2026-11-19"},
    "person": {"citizenship": "kg", "region": "moscow"},
    "circumstances": {},
    "visit": {"purpose": "work"},
    "app": {"app": "registered"},
    "signal": {"signal": "today"},
}
SEND = """(answers) => {
  const form = document.getElementById("question");
  for (const [name, value] of Object.entries({ ...answers, finish: "1" })) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  form.submit();
}"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False, locale="ky-KG")
    yield context.new_page()
    assert context.cookies() == []
    context.close()


def fits(page: Page) -> bool:
    # Scripts are off for the page, not for the one who measures it.
    return all(
        box is None or box["x"] + box["width"] <= 360
        for box in (item.bounding_box() for item in page.locator("main *").all())
    )


def test_a_kyrgyz_worker_who_moved_gets_a_date_a_reason_and_a_source(phone: Page, site: str) -> None:
    phone.goto(f"{site}/ky/")
    phone.get_by_role("link", name="Мен эмне кылышым керек?").first.click()
    for screen, answers in MOVED.items():
        fill_in(phone, screen, answers)
    ended(phone)
    step = phone.locator("#report_move")
    expect(step).to_contain_text("2026-жылдын 24-ноябры")
    step.get_by_text("Эмне үчүн жана муну ким айтат").click()
    expect(step).to_contain_text(f"{KYRGYZ['questions.moved.label']}: Ооба")
    expect(step.get_by_role("link", name="Avesta.tj").first).to_be_visible()
    assert fits(phone)


def test_an_answer_is_changed_from_the_result_and_the_rest_stays(phone: Page, site: str) -> None:
    phone.goto(f"{site}/ky/check/")
    fill_in(phone, "about", MUST_I)
    fill_in(phone, "person", {"citizenship": "by", "region": "oblast"})
    ended(phone, "exempt_belarus")
    phone.get_by_text("Сиздин жоопторуңуз").click()
    phone.get_by_role("button", name=f"Өзгөртүү {KYRGYZ['questions.citizenship.label']}").click()
    stands_at(phone, "person")
    expect(phone.locator("input[name=region][value=oblast]")).to_be_checked()
    fill_in(phone, "person", {"citizenship": "kg"})
    stands_at(phone, "circumstances")


def test_the_enter_key_continues_and_does_not_go_back(phone: Page, site: str) -> None:
    phone.goto(f"{site}/ky/check/")
    fill_in(phone, "about", MUST_I)
    choose(phone, "citizenship", "kg")
    choose(phone, "region", "oblast")
    phone.get_by_label(KYRGYZ["questions.region.options.oblast"]).press("Enter")
    stands_at(phone, "circumstances")


def test_the_language_changes_in_the_middle_and_the_answers_stay(phone: Page, site: str) -> None:
    phone.goto(f"{site}/ky/check/")
    fill_in(phone, "about", MUST_I)
    phone.get_by_text("Башка тилде улантуу").click()
    phone.get_by_role("button", name="English").click()
    stands_at(phone, "person", phrases("en"))
    assert phone.locator('input[name="about"]').get_attribute("value") == "must_i"


def test_the_browsers_own_way_back_after_another_language_loses_no_answer(phone: Page, site: str) -> None:
    phone.goto(f"{site}/ky/check/")
    fill_in(phone, "about", MUST_I)
    fill_in(phone, "person", {"citizenship": "kg", "region": "oblast"})
    phone.get_by_text("Башка тилде улантуу").click()
    phone.get_by_role("button", name="English").click()
    stands_at(phone, "circumstances", phrases("en"))
    expect(phone.get_by_text("To go back, use the buttons of this page.")).to_be_visible()
    for screen in ("circumstances", "person"):  # a browser keeps no page with answers, so it asks to send them again
        with pytest.raises(Error, match="ERR_CACHE_MISS"):
            phone.go_back()
        phone.wait_for_url("chrome-error://**")
        phone.reload()
        stands_at(phone, screen)
    assert phone.locator('input[name="about"]').get_attribute("value") == "must_i"
    fill_in(phone, "person", {"citizenship": "uz", "region": "oblast"})
    stands_at(phone, "circumstances")


@pytest.mark.parametrize("language", ["ky", "hy"])
def test_the_verdict_and_a_list_of_five_lines_stand_in_one_screen(phone: Page, site: str, language: str) -> None:
    newcomer = next(person for person in PEOPLE if person.id == "student_who_has_just_come")
    phone.goto(f"{site}/{language}/check/")
    with phone.expect_navigation():
        phone.evaluate(SEND, {id: str(value) for id, value in newcomer.answers.items()})
    lines = phone.locator(".todo > ol > li")
    expect(lines).to_have_count(5)
    expect(phone.locator(".verdict h1")).to_be_in_viewport(ratio=1)
    expect(lines.last).to_be_in_viewport(ratio=1)
