"""The site's texts for any place: addresses from the root become addresses from where they stand."""

import json
import re
from typing import Any

from django.conf import settings

# An attribute that leads to a page or a file of ours.
ATTRIBUTE = re.compile(r'\b(href|src|action|formaction|data-[a-z]+)="/([^"/][^"]*)?"')
ADDRESS = re.compile(r"^/([a-z]{2}(?:-[a-z]+)?/|static/)[^\s]*$")
# A search engine is sent home, and shall not count every copy.
ALTERNATE = re.compile(r'<link rel="alternate"[^>]*>')
BETWEEN = re.compile(r"\n\s+")
POSTED = re.compile(r'(<form method="post" action=")/')


def page(text: str, at: str, line: str = "") -> str:
    """A page that stands at an address, with a line for its foot. Forms that need a server go to the site's home."""
    text = closer(ALTERNATE.sub("", text))
    text = POSTED.sub(rf"\g<1>{settings.SITE_ADDRESS}/", text)
    return relative(text, up(at)).replace("</footer>", f"{line}</footer>")


def data(text: str, at: str) -> str:
    """A JSON file whose addresses are read from the place `at`."""
    return moved_to(text, up(at))


def moved_to(text: str, way: str) -> str:
    """A JSON file whose addresses begin with another way to the site."""
    return json.dumps(_moved(json.loads(text), way), ensure_ascii=False, separators=(",", ":"))


def closer(text: str) -> str:
    """A text without what indents its lines."""
    return BETWEEN.sub("\n", text)


def up(at: str) -> str:
    """The way from an address to the beginning of the site."""
    return "../" * (at.count("/") - 1) or "./"


def relative(text: str, way: str) -> str:
    return ATTRIBUTE.sub(lambda found: f'{found[1]}="{way}{found[2] or ""}"', text)


def _moved(value: Any, way: str) -> Any:
    if isinstance(value, dict):
        return {name: _moved(one, way) for name, one in value.items()}
    if isinstance(value, list):
        return [_moved(one, way) for one in value]
    if isinstance(value, str):
        return way + value[1:] if ADDRESS.match(value) else relative(value, way)
    return value
