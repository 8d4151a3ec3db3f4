"""A browser's way through the interview of a registered worker, up to where the list may be asked for."""

from collections.abc import Mapping

from playwright.sync_api import Page, expect

WALK: list[tuple[str, dict[str, str]]] = [
    ("questions.about", {"about": "registered"}),
    ("screens.person", {"citizenship": "kg", "region": "moscow"}),
    ("screens.circumstances", {}),
    ("screens.visit", {"purpose": "work"}),
]


def walk(page: Page, said: Mapping[str, str]) -> None:
    for screen, answers in WALK:
        expect(page.locator("#check h1").first).to_have_text(said[f"{screen}.title"])
        for question, option in answers.items():
            page.locator(f'input[name="{question}"][value="{option}"]').check()
        page.locator("#check .actions button").first.click()
    expect(page.locator("#check h1").first).to_have_text(said["questions.signal.title"])
    page.locator("button[name=finish]").click()
    expect(page.locator("#check h1").first).to_have_text(said["steps.covered.title"])
