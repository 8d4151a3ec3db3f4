"""How many clicks and seconds a task at the desk takes; `make handbook-pictures` writes them beside the pictures."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page

from apps.editing.tests import pictures

# A choice from a list is two clicks: it is opened, then one is taken. Keys and typing are no clicks.
LISTEN = """() => {
  const add = (number) => localStorage.setItem("clicks", Number(localStorage.getItem("clicks")) + number);
  addEventListener("click", (event) => event.isTrusted && event.detail && add(1), true);
  addEventListener("change", (event) => event.target.matches("select:not([multiple])") && add(2), true);
}"""
HEAD = """# Clicks and seconds

A week's tasks as a browser walks them; the seconds are a machine's, without reading and typing. `make handbook-pictures`
writes this; the load of the machine then: LOAD. Before: as counted by hand before there were queues, where it was counted.

| task | clicks before | clicks | seconds |
|---|---|---|---|
"""


@dataclass(frozen=True)
class Taken:
    task: str
    before: str
    clicks: int
    seconds: float


def listen(page: Page) -> None:
    page.add_init_script(f"({LISTEN})()")


@contextmanager
def counted(page: Page, task: str, found: list[Taken], before: str = "") -> Iterator[None]:
    page.evaluate("localStorage.removeItem('clicks')")
    began = time.monotonic()
    yield
    clicks = int(page.evaluate("localStorage.getItem('clicks')") or 0)
    found.append(Taken(task, before, clicks, time.monotonic() - began))


def write_down(found: list[Taken]) -> None:
    if folder := pictures.folder():
        lines = [f"| {one.task} | {one.before} | {one.clicks} | {one.seconds:.0f} |\n" for one in found]
        load = f"{os.getloadavg()[1]:.0f} on {os.cpu_count()} cores"
        (folder / "clicks.md").write_text(HEAD.replace("LOAD", load) + "".join(lines), "utf-8")
