"""Pictures of the desk for the editors' handbook."""

import os
from pathlib import Path

from playwright.sync_api import Page

from apps.offline.tests.serving import ROOT

PICTURES = os.environ.get("HANDBOOK_PICTURES", "")


def picture(page: Page, name: str) -> None:
    if PICTURES:
        folder = ROOT / PICTURES if not Path(PICTURES).is_absolute() else Path(PICTURES)
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png", full_page=False)
