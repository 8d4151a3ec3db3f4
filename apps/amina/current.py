"""The Amina rulebook, loaded once, and today's date where its rules are in force."""

from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from apps.rules import Rulebook, load

FOLDER = Path(__file__).parent / "rulebook"


@cache
def rulebook() -> Rulebook:
    return load(FOLDER)


def today() -> date:
    return datetime.now(ZoneInfo(rulebook().time_zone)).date()
