"""The interview as a reader in a browser walks it, in Kyrgyz: each answer by its label, each screen to its end."""

from playwright.sync_api import Page, expect

from apps.amina import current
from apps.amina.tests.test_phrases import phrases

KYRGYZ = phrases("ky")
WORKER = {
    "about": {"about": "registered"},
    "person": {"citizenship": "kg", "region": "moscow"},
    "circumstances": {},
    "visit": {"purpose": "work"},
}


def title(screen: str, said: dict[str, str] = KYRGYZ) -> str:
    return said.get(f"screens.{screen}.title") or said[f"questions.{screen}.title"]


def stands_at(page: Page, screen: str, said: dict[str, str] = KYRGYZ) -> None:
    expect(page.locator("#check h1").first).to_have_text(title(screen, said))


def ended(page: Page, verdict: str = "covered") -> None:
    expect(page.locator("#check h1")).to_have_text(KYRGYZ[f"steps.{verdict}.title"])


def choose(page: Page, question: str, answer: str) -> None:
    asked = current.rulebook().questions[question]
    if asked.is_date:
        page.locator(f"#id_{question}").fill(answer)
        return
    label = page.locator("#check label", has=page.locator(f"input[name={question}][value={answer}]"))
    ticked = asked.kind == "yes_no" and asked.screen != question
    expect(label).to_have_text(KYRGYZ[f"questions.{question}.{'title' if ticked else f'options.{answer}'}"])
    label.click()


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Улантуу", exact=True).click()


def fill_in(page: Page, screen: str, answers: dict[str, str]) -> None:
    """Answer a whole screen and continue."""
    stands_at(page, screen)
    for question, answer in answers.items():
        choose(page, question, answer)
    go_on(page)


def walk(page: Page, until: str = "signal") -> None:
    """Answer as a registered worker from Kyrgyzstan does, until a screen."""
    for screen, answers in WORKER.items():
        if screen == until:
            break
        fill_in(page, screen, answers)
    stands_at(page, until)
