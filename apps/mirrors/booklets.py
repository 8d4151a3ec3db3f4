"""The booklet of a language: everything on paper, with codes that lead a phone to the newest answers."""

from typing import Any

import segno
from django.conf import settings
from django.urls import reverse

from apps.amina import current
from apps.mirrors import one_file


def context(language: str) -> dict[str, Any]:
    home = f"{settings.SITE_ADDRESS}{reverse('guide:home')}"
    check = f"{settings.SITE_ADDRESS}{reverse('selfcheck:check')}"
    return {
        "topics": one_file.topics(language),
        "contacts": one_file.contacts(),
        "day": current.today(),
        "home": home,
        "codes": [(address, segno.make(address, error="m").svg_data_uri(scale=3)) for address in (home, check)],
    }
