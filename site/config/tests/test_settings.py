"""Settings that fail loudly, and pass Django's own deployment check as documented."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {
    "DEBUG": "0",
    "SECRET_KEY": "k" * 25 + "0123456789abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "example.org",
}


OURS = ("DEBUG", "HTTPS", "DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE")


def manage(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=settings.BASE_DIR, env={**clean, **environment}, capture_output=True, text=True)


def test_the_documented_production_settings_pass_the_deployment_check() -> None:
    r = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert r.returncode == 0, r.stderr


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_without_debug_it_refuses_to_start_and_names_what_is_missing(missing: str) -> None:
    r = manage("check", **{**PRODUCTION, missing: ""})
    assert r.returncode != 0
    assert f"{missing} is not set." in r.stderr


def test_a_flag_that_is_neither_yes_nor_no_is_refused() -> None:
    r = manage("check", DEBUG="maybe")
    assert r.returncode != 0
    assert "DEBUG='maybe' is neither yes nor no. Write DEBUG=1 or DEBUG=0." in r.stderr


@pytest.mark.parametrize(
    ("address", "why"),
    [("example.org", "is no origin"), ("https://example.org/ky/", "is no origin"), ("https://else.org", "is none of")],
)
def test_a_home_address_that_nobody_could_visit_is_refused(address: str, why: str) -> None:
    r = manage("check", **PRODUCTION, SITE_ADDRESS=address)
    assert r.returncode != 0
    assert f"SITE_ADDRESS='{address}' {why}" in r.stderr


def test_an_unknown_kind_of_database_is_refused() -> None:
    r = manage("check", DATABASE_URL="oracel://localhost/x")
    assert r.returncode != 0
    assert "oracel" in r.stderr


def test_site_is_a_plain_folder() -> None:
    assert not (settings.BASE_DIR / "site" / "__init__.py").exists()
