"""What a release brings along, and whether this machine and this database have it already."""

import hashlib
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from apps.offline import releases
from apps.publishing.models import Delivery

CONTENT = "apps/*/content/**/*.*"
NOTE, MANIFEST = ".collected", "staticfiles.json"


def content() -> str:
    """A hash of the first content and of all that may decide what becomes of it."""
    digest = hashlib.sha256(releases.fingerprint().encode())
    for file in sorted(settings.BASE_DIR.glob(CONTENT)):
        digest.update(str(file.relative_to(settings.BASE_DIR)).encode() + file.read_bytes())
    return digest.hexdigest()


def is_loaded(digest: str) -> bool:
    return Delivery.objects.filter(digest=digest).exists()


def note_loaded(digest: str) -> None:
    Delivery.objects.update_or_create(pk=1, defaults={"digest": digest})


def is_collected() -> bool:
    try:
        return (_static() / MANIFEST).exists() and (_static() / NOTE).read_text("utf-8") == _files()
    except OSError:
        return False


def note_collected() -> None:
    (_static() / NOTE).write_text(_files(), "utf-8")


def _static() -> Path:
    return Path(settings.STATIC_ROOT)


def _files() -> str:
    """Our files, and those of the admin."""
    return f"{releases.fingerprint()} {version('django')} {version('django-two-factor-auth')}"
