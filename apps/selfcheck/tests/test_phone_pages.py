"""The phone shows the same pages as the server, word for word and element for element."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from playwright.sync_api import Browser, Page

from apps.amina import current
from apps.amina.phrasebook import phrasebook_in
from apps.rules.bundles import ORIGIN
from apps.rules.saying.people import Person, load_people
from apps.selfcheck import codes, interview, pages, showing
from apps.selfcheck import phone as files
from apps.selfcheck.answering import Form
from apps.selfcheck.tests import phone
from apps.translations.templatetags.dates import day

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

LANGUAGES = ["ky", "ru", "en", "uz"]
SCREENS = {question.screen for question in current.rulebook().questions.values()}
PEOPLE = load_people(current.FOLDER.parent / "people", current.rulebook())

# A page as one line of text per element, text or attribute; white space does not count.
LINES = """
window.lines = (root) => {
  const found = [];
  (function walk(node) {
    if (node.nodeType === Node.TEXT_NODE) found.push(node.data.replace(/\\s+/g, " ").trim());
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value.trim()}`).sort();
      found.push(`<${node.localName} ${attributes.join(" ")}>`);
      node.childNodes.forEach(walk);
      found.push(`</${node.localName}>`);
    }
  })(root);
  return found.filter((line) => line !== "").join("\\n").replace(/\\n(?![<])/g, " ");
};
window.difference = (server, phone) => {
  const parser = new DOMParser(), page = parser.parseFromString(server, "text/html");
  const one = lines(page.getElementById("check")).split("\\n").slice(1, -1);
  const other = lines(parser.parseFromString(phone, "text/html").body).split("\\n").slice(1, -1);
  const at = [...Array(Math.max(one.length, other.length)).keys()].find((n) => one[n] !== other[n]);
  return at === undefined ? null : [one[at], other[at]];
};
window.shown = ([given, on, at, finish, missing, wrong]) => {
  const form = { given, missing: new Set(missing), wrongDates: new Set(wrong) };
  const whole = replay(rules, given, on), screen = at === null ? null : whole.path[at][0].screen;
  const standing = screen === null ? whole : upTo(rules, given, screen, on);
  const result = standing.found.screen.length === 0 || finish;
  const values = (result ? pages.result : pages.question)(rules, phrases, standing, form);
  const { title, check } = phrases.parts[result ? "result" : "question"];
  return [filled(title, values), filled(check, values)];
};
window.cards = async ([given, on, server]) => {
  const standing = replay(rules, given, on), { card, column, beside } = showing;
  const columns = [phrases, await beside(phrases, "")].map((one) => column({ rules, phrases: one, found: standing.found }));
  const values = card(phrases, standing, { given, missing: new Set(), wrongDates: new Set() }, columns);
  return difference(server, filled(phrases.parts.card.check, values));
};
window.compare = (cases) => cases.flatMap(([name, input, title, server]) => {
  const [said, body] = shown(input), found = difference(server, body);
  return found === null && said === title ? [] : [[name, said === title ? found : [title, said]]];
});
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with phone.opened(browser) as page:
        page.evaluate("""async () => {
          const modules = ["parts", "phrasebook"].map((name) => import(`/${name}.js`));
          Object.assign(window, { pages: await import("/pages.js"), showing: await import("/showing.js") }, ...await Promise.all(modules));
        }""")
        page.evaluate(f"() => {{ {LINES} }}")
        yield page


def use_phrases(page: Page, language: str) -> None:
    with translation.override(language):
        page.evaluate("(said) => { window.phrases = phrasebook(said); }", files.phrases(phrasebook_in(language)))


def answered(person: Person) -> dict[str, Any]:
    return {id: value if isinstance(value, (str, list)) else str(value) for id, value in person.answers.items()}


def case(language: str, person: Person, at: int | None, finish: bool, missing: bool = False) -> list[Any]:
    """What the phone is asked for, and the page that the server shows for it."""
    given = answered(person)
    whole = interview.replay(current.rulebook(), given, person.on)
    screen = whole.path[at] if at is not None else ()
    form = Form(given)
    if missing:
        form.missing |= {question.id for question in screen if not question.is_date}
        form.wrong_dates |= {question.id for question in screen if question.is_date}
    standing = interview.up_to(current.rulebook(), given, screen[0].screen, person.on) if screen else whole
    assert standing
    result = standing.finished or finish
    book = phrasebook_in(language)
    context = pages.result(standing, form, book) if result else pages.question(standing, form, book)
    name = "selfcheck/result.html" if result else "selfcheck/question.html"
    html = render_to_string(name, context, RequestFactory().get(f"/{language}/check/"))
    title = html.partition("<title>")[2].partition("</title>")[0]
    asked = [given, (person.on - ORIGIN).days, at, finish, sorted(form.missing), sorted(form.wrong_dates)]
    return [f"{person.id} {at}", asked, title, html]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_person_reads_the_same_result(page: Page, language: str) -> None:
    use_phrases(page, language)
    with translation.override(language):
        cases = [case(language, person, None, True) for person in PEOPLE]
    assert page.evaluate("compare", cases) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_person_is_asked_the_same_questions(page: Page, language: str) -> None:
    use_phrases(page, language)
    cases, seen = [], set()
    with translation.override(language):
        for person in PEOPLE:
            path = interview.replay(current.rulebook(), answered(person), person.on).path
            for at, screen in enumerate(path):
                if (screen, at) not in seen:
                    seen.add((screen, at))
                    cases += [case(language, person, at, False, missing) for missing in (False, True)]
    assert {screen[0].screen for screen, _ in seen} == SCREENS
    assert page.evaluate("compare", cases) == []


@pytest.mark.parametrize("language", ["ky", "en", "uz"])
def test_every_example_person_shows_the_same_list_in_two_languages(page: Page, language: str) -> None:
    use_phrases(page, language)
    different = {}
    with translation.override(language):
        for person in PEOPLE[::4]:
            standing = interview.replay(current.rulebook(), answered(person), person.on)
            context = showing.context(standing, Form(answered(person)), phrasebook_in(language), "ru")
            html = render_to_string("selfcheck/card.html", context, RequestFactory().get(f"/{language}/check/"))
            case = [answered(person), (person.on - ORIGIN).days, html]
            different[person.id] = page.evaluate("cards", case)
    assert {id: found for id, found in different.items() if found} == {}


def test_answers_survive_their_code_and_an_older_layout_is_mapped_by_ids(page: Page) -> None:
    given = [answered(person) for person in PEOPLE]
    found = page.evaluate(
        """async (all) => {
          const { decoded, encoded } = await import("/codes.js"), now = { ...rules, code: "now", codes: {}, unchecked: [] };
          const older = [["gone", "a", "b"], ["region", "oblast", "moscow"], ["moved_on"]];
          const codes = { old: older }, known = { ...now, codes };
          const then = opened({ ...rules, questions: older.map(([id, ...options]) => (
            { id, options, kind: options.length > 0 ? "one" : "date" })) });
          const code = encoded({ ...then, code: "old" }, { gone: "b", region: "moscow", moved_on: "2026-11-19" });
          return [all.map((given) => decoded(now, encoded(now, given))), decoded(known, code), decoded(now, "old.A")];
        }""",
        given,
    )
    assert found == [given, {"gone": "b", "region": "moscow", "moved_on": "2026-11-19"}, None]


def test_the_current_layout_of_share_codes_is_kept() -> None:
    assert codes.current(current.rulebook()) in codes.published(), "run: manage.py keep_share_codes"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_day_is_written_alike(page: Page, language: str) -> None:
    use_phrases(page, language)
    days = [date(2025, 1, 1) + timedelta(days=number) for number in range(0, 4000, 3)]
    with translation.override(language):
        expected = [day(one) for one in days]
    assert (
        page.evaluate("(days) => days.map((day) => phrases.day(day))", [(one - ORIGIN).days for one in days])
        == expected
    )
