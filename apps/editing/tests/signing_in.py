"""Signing in in Chromium as a person would, with password and second factor."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

Open = Callable[..., Page]
BACKUP_CODES = iter(range(40))
SESSIONS: dict[tuple[str, str], list[Any]] = {}


def enter_password(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/admin/")
    _password(page, name)


def sign_in(page: Page, site: str, name: str) -> None:
    """Sign in with password and backup code, or go on where this person has signed in before."""
    if cookies := SESSIONS.get((site, name)):
        page.context.add_cookies(cookies)
        return
    page.goto(f"{site}/admin/")
    come_in(page, name)
    SESSIONS[site, name] = page.context.cookies()


def come_in(page: Page, name: str) -> None:
    """Sign in on the page that is open, and be where one wanted to go."""
    _password(page, name)
    page.locator("button[value=backup]").click()
    page.fill("#id_backup-otp_token", f"{name}{next(BACKUP_CODES)}")
    page.press("#id_backup-otp_token", "Enter")
    page.wait_for_selector("#user-tools")


def _password(page: Page, name: str) -> None:
    page.fill("#id_auth-username", name)
    page.fill("#id_auth-password", "only-for-these-tests")
    page.press("#id_auth-password", "Enter")
