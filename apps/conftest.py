"""The shipped content for page tests, and a real site with a real browser for the others."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.contrib.auth.models import User
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import Browser, expect, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from apps.editing.tests.databases import Shipped
from apps.offline.tests.serving import Served, prepared, serving
from apps.translations import kept

CHROMIUM = "/usr/bin/chromium"

# Playwright keeps a loop in the tests' own thread, which Django would otherwise take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

# How long an example takes says how busy the machine is, not whether the code is right.
hypothesis.settings.register_profile("ours", deadline=None)
hypothesis.settings.load_profile("ours")


@pytest.fixture(scope="session")
def shipped(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker, pytestconfig: pytest.Config
) -> Iterator[Shipped]:
    worker, folder = os.environ.get("PYTEST_XDIST_WORKER", ""), tmp_path_factory.getbasetemp()
    shipped = Shipped(
        folder.parent if worker else folder, worker or "only", pytestconfig.rootpath / ".local" / "shipped"
    )
    with django_db_blocker.unblock():
        shipped.take()
    yield shipped
    with django_db_blocker.unblock():
        shipped.leave()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, shipped: Shipped) -> None:
    """In the place of pytest-django's own, which would build a database in each worker."""


@pytest.fixture
def committing(shipped: Shipped, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """For a test that really changes the database: it is copied anew for those that follow."""
    with django_db_blocker.unblock():
        yield
        shipped.renew()


@pytest.fixture
def one_version() -> Iterator[None]:
    """For a test that only reads: what many pages are made of is read once, as when a version is published."""
    found: dict[str, Any] = {}
    kept.use(lambda key, read: found[key] if key in found else found.setdefault(key, read()))
    yield
    kept.use(kept.anew)


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
def site_database(tmp_path_factory: pytest.TempPathFactory, shipped: Shipped) -> Path:
    return Path(shutil.copy(prepared(shipped) / "db.sqlite3", tmp_path_factory.mktemp("site")))


@pytest.fixture(scope="session")
def served(site_database: Path, shipped: Shipped) -> Iterator[Served]:
    with serving(site_database, prepared(shipped)) as served:
        yield served


@pytest.fixture(scope="session")
def site(served: Served) -> str:
    return served.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=20_000)  # where every core runs a browser of its own
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"]
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield chromium
        chromium.close()
