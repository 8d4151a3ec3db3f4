"""Asking as a browser does: the first page, the second, and what comes back."""

import re
from typing import Any

from django.test import Client

ASK = "/ky/ask/"
TEXT = "Ишканада кечки сменада иштейм, түнкүсүн даректи ырастоо келсе эмне кылам?"


def second_page(client: Client, text: str = TEXT, **more: Any) -> Any:
    return client.post(ASK, {"text": text, **more})


def hidden(page: Any) -> dict[str, str]:
    """What the second page sends back."""
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    return {**found, "text": page.context["form"].text}


def send(client: Client, text: str = TEXT, **more: Any) -> Any:
    return client.post(ASK, {**hidden(second_page(client, text, **more)), "send": "1"})
