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


OURS = ("DEBUG", "HTTPS", "DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE", "SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_URL")


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


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SECRET_KEY", "short", "SECRET_KEY is too weak."),
        ("SECRET_KEY", "a" * 60, "SECRET_KEY is too weak."),
        ("SECRET_KEY", "django-insecure-" + PRODUCTION["SECRET_KEY"], "SECRET_KEY is too weak."),
        ("ALLOWED_HOSTS", "*", "would take any host"),
        ("ALLOWED_HOSTS", "example.org,.", "would take any host"),
        ("EMAIL_URL", "smtp://mail.example.org", "EMAIL_URL cannot be read"),
    ],
)
def test_weak_keys_any_host_and_half_a_mail_server_are_refused(name: str, value: str, said: str) -> None:
    r = manage("check", **{**PRODUCTION, name: value})
    assert r.returncode != 0 and said in r.stderr


@pytest.mark.parametrize("given", [{}, {"ALLOWED_HOSTS": "example.org"}])
def test_with_nothing_set_commands_work_and_nothing_is_served(given: dict[str, str]) -> None:
    r = manage("shell", "-v0", "-c", "import config.wsgi", **given)
    assert r.returncode != 0
    assert "nothing is served" in r.stderr or "this machine only" in r.stderr


def test_debug_is_for_this_machine_only() -> None:
    assert manage("shell", "-v0", "-c", "import config.wsgi", DEBUG="1").returncode == 0
    assert "is for this machine only" in manage("check", DEBUG="1", ALLOWED_HOSTS="example.org").stderr


def test_a_key_and_hosts_alone_serve_without_debug() -> None:
    given = {**PRODUCTION, "DEBUG": ""}
    r = manage(
        "shell", "-v0", "-c", "import config.wsgi; from django.conf import settings; print(settings.DEBUG)", **given
    )
    assert r.stdout.split() == ["False"], r.stderr


def test_make_run_serves_others_than_this_machine_only_with_key_and_hosts() -> None:
    makefile = (settings.BASE_DIR / "Makefile").read_text("utf-8")
    assert 'test -n "$$SECRET_KEY" -a -n "$$ALLOWED_HOSTS"' in makefile


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
