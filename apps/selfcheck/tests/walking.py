"""A browser's way through the interview: each answer by its label, each screen to its end; in Kyrgyz unless told."""

from collections.abc import Mapping

from playwright.sync_api import Page, expect

from apps.amina import current
from apps.amina.tests.test_phrases import phrases

KYRGYZ: Mapping[str, str] = phrases("ky")
WORKER: dict[str, dict[str, str]] = {
    "about": {"about": "registered"},
    "person": {"citizenship": "kg", "region": "moscow"},
    "circumstances": {},
    "visit": {"purpose": "work"},
}


def title(screen: str, said: Mapping[str, str]) -> str:
    return said.get(f"screens.{screen}.title") or said[f"questions.{screen}.title"]


def stands_at(page: Page, screen: str, said: Mapping[str, str] = KYRGYZ) -> None:
    expect(page.locator("#check h1").first).to_have_text(title(screen, said))


def ended(page: Page, verdict: str = "covered", said: Mapping[str, str] = KYRGYZ) -> None:
    expect(page.locator("#check h1").first).to_have_text(said[f"steps.{verdict}.title"])


def choose(page: Page, question: str, answer: str, said: Mapping[str, str] = KYRGYZ) -> None:
    asked = current.rulebook().questions[question]
    if asked.is_date:
        page.locator(f"#id_{question}").fill(answer)
        return
    label = page.locator("#check label", has=page.locator(f"input[name={question}][value={answer}]"))
    ticked = asked.kind == "yes_no" and asked.screen != question
    expect(label).to_have_text(said[f"questions.{question}.{'title' if ticked else f'options.{answer}'}"])
    label.click()
    if not label.locator("input").is_checked():  # within half a second, a tap where the last button was does nothing
        page.wait_for_timeout(600)
        label.click()


def go_on(page: Page) -> None:
    page.locator("#check .actions button").first.click()


def fill_in(page: Page, screen: str, answers: Mapping[str, str], said: Mapping[str, str] = KYRGYZ) -> None:
    """Answer a whole screen and continue."""
    stands_at(page, screen, said)
    for question, answer in answers.items():
        choose(page, question, answer, said)
    go_on(page)


def walk(page: Page, until: str = "signal", said: Mapping[str, str] = KYRGYZ) -> None:
    """Answer as a registered worker from Kyrgyzstan does, until a screen."""
    for screen, answers in WORKER.items():
        if screen == until:
            break
        fill_in(page, screen, answers, said)
    stands_at(page, until, said)


def to_result(page: Page, said: Mapping[str, str] = KYRGYZ) -> None:
    """Walk as far as the list may be asked for, and ask for it."""
    walk(page, said=said)
    show_now(page)
    ended(page, said=said)


def show_now(page: Page) -> None:
    page.locator("#check .actions button[name=finish]").click()
