"""Pictures of the desk for the editors' handbook."""

import os
from pathlib import Path

from playwright.sync_api import Page

from apps.offline.tests.serving import ROOT

PICTURES = os.environ.get("HANDBOOK_PICTURES", "")


def folder() -> Path | None:
    """Where pictures are wanted, if they are."""
    if not PICTURES:
        return None
    wanted = ROOT / PICTURES
    wanted.mkdir(parents=True, exist_ok=True)
    return wanted


def picture(page: Page, name: str) -> None:
    if wanted := folder():
        page.screenshot(path=wanted / f"{name}.png", full_page=False)
