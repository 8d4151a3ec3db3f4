"""What ties the second page of the form to the first, without a cookie: when, for which text, and for which code.

A token is good for one text and one question, so sending twice keeps it once. There is no CSRF token, because nobody is
signed in here: whoever could make a stranger's browser ask could as well ask themselves.
"""

import hashlib
import secrets
import time
from dataclasses import dataclass

from django.core import signing

SALT = "asking"
SOONEST, LATEST = 2, 24 * 60 * 60  # seconds between the two pages: nobody reads faster, nobody reads longer
SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that one could take for another
LENGTH = 8


@dataclass(frozen=True)
class Token:
    code: str
    too_soon: bool


def new(text: str) -> str:
    code = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
    return signing.dumps([code, _digest(text), int(time.time())], salt=SALT)


def read(token: str, text: str) -> Token | None:
    """Return what a token says, or nothing where it is too old, for another text, or not ours."""
    try:
        code, digest, at = signing.loads(token, salt=SALT, max_age=LATEST)
    except (signing.BadSignature, ValueError):
        return None
    return Token(code, time.time() - at < SOONEST) if digest == _digest(text) else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
