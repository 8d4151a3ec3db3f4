"""The sessions of one person: when and in what they began, how they end."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

BEGAN, BROWSER, PROVED = "began", "browser", "proved"
LONGEST = 12 * 60 * 60  # seconds, however busy somebody is
FRESH = 15 * 60  # seconds after the password was given in which what lets one in may be changed

BROWSERS = {
    "Edg": "Edge",
    "YaBrowser": "Yandex",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux")


@dataclass(frozen=True)
class Open:
    began: datetime | None
    browser: str
    this_one: bool


def begin(request: HttpRequest, **kwargs: Any) -> None:
    request.session[BEGAN] = int(time.time())
    request.session[BROWSER] = _browser(request.META.get("HTTP_USER_AGENT", ""))


def too_long(request: HttpRequest) -> bool:
    return bool(time.time() - request.session.get(BEGAN, 0) > LONGEST)


def proved(request: HttpRequest) -> None:
    """Keep that whoever sits there has just given the password once more."""
    request.session[PROVED] = int(time.time())


def is_fresh(request: HttpRequest) -> bool:
    last = max(request.session.get(BEGAN, 0), request.session.get(PROVED, 0))
    return bool(time.time() - last <= FRESH)


def of(user: User, this: str | None) -> list[Open]:
    return [_open(session, this) for session in _sessions(user)]


def end_others(user: User, this: str | None) -> int:
    """End every session of a person but this one, and say how many there were."""
    others = [session for session in _sessions(user) if session.session_key != this]
    for session in others:
        session.delete()
    return len(others)


def _sessions(user: User) -> list[Session]:
    known = Session.objects.filter(expire_date__gt=timezone.now()).order_by("-expire_date")
    return [session for session in known if session.get_decoded().get(SESSION_KEY) == str(user.pk)]


def _open(session: Session, this: str | None) -> Open:
    data = session.get_decoded()
    began = datetime.fromtimestamp(data[BEGAN], UTC) if BEGAN in data else None
    return Open(began, data.get(BROWSER, ""), session.session_key == this)


def _browser(agent: str) -> str:
    """Firefox, Android: enough to know one's own devices, too little to tell people apart."""
    browser = next((name for sign, name in BROWSERS.items() if sign in agent), "?")
    return f"{browser}, {next((name for name in SYSTEMS if name in agent), '?')}"
