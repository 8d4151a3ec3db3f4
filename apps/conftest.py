"""The shipped content for page tests, and a real site with a real browser for the others."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = "/usr/bin/chromium"
PRODUCTION = {
    "DEBUG": "0",
    "HTTPS": "0",
    "SECRET_KEY": "only-for-these-tests",
    "ALLOWED_HOSTS": "127.0.0.1",
    "DJANGO_SUPERUSER_PASSWORD": "only-for-these-tests",
}
# One person for each role; a backup code of theirs is their name and a number.
PEOPLE = """
from django.contrib.auth.models import Group, User
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
User.objects.update(first_name="Editor")
for name, groups in {"writer": ["writer"], "translator": ["translator", "language: ky"],
    "reviewer": ["reviewer", "language: ky"], "publisher": ["publisher"], "newcomer": ["translator", "language: uz"], "editor": ["administrator"]}.items():
    person, _ = User.objects.get_or_create(username=name, defaults={"first_name": name.title(), "is_staff": True})
    person.set_password("only-for-these-tests")
    person.save()
    person.groups.set(Group.objects.filter(name__in=groups))
    if name == "newcomer":
        continue
    TOTPDevice.objects.create(user=person, name="default")
    codes = StaticDevice.objects.create(user=person, name="backup")
    StaticToken.objects.bulk_create(StaticToken(device=codes, token=f"{name}{n}") for n in range(40))
"""
BACKUP_CODES = iter(range(40))
PREPARATION = [
    "migrate --verbosity 0",
    "load_content",
    "load_phrases",
    "collectstatic --noinput --verbosity 0",
    "createsuperuser --noinput --username editor --email editor@example.org --verbosity 0",
]

# Playwright keeps a loop in the tests' own thread, which Django would otherwise take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, as in production: in memory, two threads cannot wait for each other."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        call_command("load_content")
        call_command("load_phrases")


def verified(user: User) -> Client:
    """A browser in which this person has signed in with password and second factor."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = TOTPDevice.objects.get_or_create(user=user)[0].persistent_id
    session.save()
    return client


@pytest.fixture
def editor(django_user_model: type[User]) -> Client:
    return verified(django_user_model.objects.create_superuser("editor"))


@pytest.fixture(scope="session")
def site_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site") / "db.sqlite3"


@pytest.fixture(scope="session")
def site(site_database: Path) -> Iterator[str]:
    """The address of the product as `make run` serves it: gunicorn, hashed files, strict policy, own database."""
    folder = site_database.parent
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    own = {"DATABASE_URL": f"sqlite:///{site_database}", "STATIC_ROOT": str(folder / "staticfiles")}
    environment = {**os.environ, **PRODUCTION, **own}
    for command in PREPARATION:
        subprocess.run([sys.executable, "manage.py", *command.split()], cwd=ROOT, env=environment, check=True)
    subprocess.run([sys.executable, "manage.py", "shell", "-v0", "-c", PEOPLE], cwd=ROOT, env=environment, check=True)
    gunicorn = [sys.executable, "-m", "gunicorn", "--pythonpath", "site", "--no-control-socket", "--bind", address]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([*gunicorn, "config.wsgi"], cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            _wait_for(f"http://{address}/ky/", server)
            yield f"http://{address}"
        finally:
            server.terminate()
            server.wait(10)


def enter_password(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/admin/")
    page.fill("#id_auth-username", name)
    page.fill("#id_auth-password", "only-for-these-tests")
    page.press("#id_auth-password", "Enter")


def sign_in(page: Page, site: str, name: str = "editor") -> None:
    """Sign in as somebody with password and backup code."""
    enter_password(page, site, name)
    page.locator("button[value=backup]").click()
    page.fill("#id_backup-otp_token", f"{name}{next(BACKUP_CODES)}")
    page.press("#id_backup-otp_token", "Enter")
    page.wait_for_selector("#user-tools")


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(100):
        assert server.poll() is None, "the server stopped while starting"
        try:
            urlopen(address).close()
        except URLError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the server did not start within 20 seconds")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"]
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield chromium
        chromium.close()
