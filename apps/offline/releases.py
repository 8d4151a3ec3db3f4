"""What was delivered with this release: its files, and one fingerprint of all of them."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

OURS = ["apps/**/*.py", "apps/**/*.toml", "apps/**/*.js", "templates/**/*.html", "static/**/*.*", "locale/**/*.po"]


@cache
def fingerprint() -> str:
    """A hash of code, templates, style and catalogues, taken once: nodes of one release agree on it."""
    digest = hashlib.sha256()
    for pattern in OURS:
        for file in sorted(settings.BASE_DIR.glob(pattern)):
            if "tests" not in file.parts:
                digest.update(file.read_bytes())
    return digest.hexdigest()


def service_worker() -> str:
    """The worker's parts as one script: a browser compares only that with what it has."""
    folder = Path(str(finders.find("js/service-worker")))
    return "".join(static_text(f"js/service-worker/{file.name}") for file in sorted(folder.glob("*.js")))


def static_text(name: str) -> str:
    """The text of a static file as visitors get it, with hashed names where files are collected."""
    hashed = getattr(staticfiles_storage, "stored_name", None)
    if hashed:
        with staticfiles_storage.open(hashed(name)) as file:
            return str(file.read().decode())
    return Path(str(finders.find(name))).read_text("utf-8")
