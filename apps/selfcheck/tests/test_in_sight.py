"""Nothing stands on top of what is answered, and what an entry ticked is in sight: on a phone and with large letters."""

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from apps.selfcheck.tests.walking import KYRGYZ, fill_in

SCREENS: dict[str, dict[str, str]] = {
    "about": {"about": "happened"},
    "events": {"moved": "yes"},
    "person": {"citizenship": "kg", "region": "moscow"},
    "circumstances": {},
    "visit": {"purpose": "work", "arrived_on": "2026-11-20"},
    "app": {"app": "not_installed"},
    "equipment": {"phone": "android_7", "card": "never_issued"},
    "registration": {"registration": "none"},
}
# What lies on top of a control once it is scrolled to either edge of the window.
COVERED = """async () => {
  const found = [], what = "main input:not([type=hidden]), main button, main a, main select, main summary";
  for (const one of document.querySelectorAll(what)) {
    const inside = one.localName === "summary" ? one.parentElement.parentElement : one;
    const closed = inside.closest("details:not([open])");
    if (closed || one.getClientRects().length === 0) continue;
    for (const block of ["start", "end"]) {
      one.scrollIntoView({ block, behavior: "instant" });
      const { left, top, width, height } = one.getBoundingClientRect();
      const x = left + Math.min(width, innerWidth) / 2, y = top + height / 2;
      const above = document.elementFromPoint(x, Math.max(1, Math.min(innerHeight - 2, y)));
      const own = above && (one.contains(above) || above.contains(one));
      if (!own) found.push(`${one.id || one.name || one.textContent.trim()} under ${above && above.outerHTML.slice(0, 60)}`);
    }
  }
  return found;
}"""


@pytest.fixture(params=[(360, "100%"), (320, "200%")], ids=["phone", "large letters"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, size = request.param
    context = browser.new_context(viewport={"width": width, "height": 740}, service_workers="block")
    context.set_default_timeout(30_000)
    enlarge = f"document.documentElement.style.fontSize = '{size}'"
    context.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ {enlarge} }})")
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_nothing_is_covered_on_any_screen_or_on_the_list_or_for_helpers(page: Page, site: str) -> None:
    found = {}
    page.goto(f"{site}/ky/check/")
    page.wait_for_selector("#check[data-shown]")
    for screen, answers in SCREENS.items():
        found[screen] = page.evaluate(COVERED)
        page.wait_for_timeout(600)  # a second tap where the last button was does nothing
        fill_in(page, screen, answers)
    expect(page.locator("#check")).to_have_attribute("data-shown", "result")
    found["result"] = page.evaluate(COVERED)
    page.goto(f"{site}/ky/check/helper/")
    found["helper"] = page.evaluate(COVERED)
    assert {screen: covered for screen, covered in found.items() if covered} == {}


@pytest.mark.django_db
@pytest.mark.parametrize("event", ["moved", "struck_off", "device_change"])
def test_an_event_that_an_entry_ticked_stands_first(client: Client, event: str) -> None:
    r = client.get(f"/ky/check/?about={event}")
    fields = r.context["fields"]
    assert (fields[0].id, fields[0].value) == (event, "yes")
    beneath = [field.id for field in fields if field.under == event]
    assert [field.id for field in fields[1 : 1 + len(beneath)]] == beneath


@pytest.mark.browser
@pytest.mark.parametrize("event", ["moved", "struck_off"])
def test_without_scripts_only_the_day_of_the_ticked_event_is_asked(browser: Browser, site: str, event: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/ky/check/?about={event}")
    expect(page.get_by_label(KYRGYZ[f"questions.{event}.title"])).to_be_in_viewport()
    days = [one.get_attribute("name") for one in page.locator("input[type=date]").all() if one.is_visible()]
    assert days == ["moved_on"] * (event == "moved")
    page.get_by_label(KYRGYZ["questions.phone_lost.title"]).check()
    expect(page.locator("#id_phone_lost_on")).to_be_visible()
    context.close()
