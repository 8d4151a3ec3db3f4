"""The product as `make run` serves it: gunicorn, hashed files, strict policy, own database."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from apps.editing.tests.databases import Shipped, alone

ROOT = Path(__file__).resolve().parents[3]
PRODUCTION = {
    "DEBUG": "0",
    "HTTPS": "0",
    "SECRET_KEY": "only-for-these-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "127.0.0.1,localhost",  # passkeys need a name
}
# One person for each role; a backup code of theirs is their name and a number.
PREPARATION = """
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
call_command("collectstatic", interactive=False, verbosity=0)
password = make_password("only-for-these-tests")
for name, groups in {"writer": ["writer"], "translator": ["translator", "language: ky"],
    "reviewer": ["reviewer", "language: ky"], "publisher": ["publisher"], "newcomer": ["translator", "language: uz"],
    "latecomer": ["reviewer", "language: uz"], "editor": ["administrator"]}.items():
    person = User.objects.create(
        username=name, first_name=name.title(), password=password, is_staff=True, is_superuser=name == "editor")
    person.groups.set(Group.objects.filter(name__in=groups))
    if name.endswith("comer"):
        continue
    TOTPDevice.objects.create(user=person, name="default")
    codes = StaticDevice.objects.create(user=person, name="backup")
    StaticToken.objects.bulk_create(StaticToken(device=codes, token=f"{name}{n}") for n in range(40))
"""


def prepared(shipped: Shipped) -> Path:
    """The folder with the site's files and database, which the first worker that comes makes for all."""
    folder = shipped.folder / "site"
    with alone(shipped.folder):
        if not folder.exists():
            making = shipped.folder / "site-in-the-making"
            making.mkdir()
            shutil.copy(shipped.folder / "shipped.sqlite3", making / "db.sqlite3")
            manage = [sys.executable, "manage.py", "shell", "-v0", "-c", PREPARATION]
            subprocess.run(manage, cwd=ROOT, env=environment(making / "db.sqlite3", making), check=True)
            making.rename(folder)
    return folder


def environment(database: Path, folder: Path) -> dict[str, str]:
    own = {"DATABASE_URL": f"sqlite:///{database}", "STATIC_ROOT": str(folder / "staticfiles")}
    return {**os.environ, **PRODUCTION, **own}


@dataclass(frozen=True)
class Served:
    address: str
    process: "subprocess.Popen[bytes]"

    def forget(self) -> None:
        """Let a new process answer, which remembers nothing of what it has said."""
        self.process.send_signal(signal.SIGHUP)


@contextmanager
def serving(database: Path, folder: Path) -> Iterator[Served]:
    """A site that runs until the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--bind", address]
    gunicorn += ["--timeout", "120"]  # where every core runs a browser of its own, a pack takes its time
    with (database.parent / "log").open("wb") as log:
        own = {
            "SITE_ADDRESS": f"http://{address}",
            "PUBLISHER": "0",
            "PUBLISHED_ROOT": str(database.parent / "published"),
        }
        env = environment(database, folder) | own
        server = subprocess.Popen(gunicorn, cwd=ROOT, env=env, stdout=log, stderr=log)
        try:
            _wait_for(f"http://{address}/robots.txt", server)
            yield Served(f"http://{address}", server)
        finally:
            server.terminate()
            server.wait(10)


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        assert server.poll() is None, "the server stopped while starting"
        try:
            urlopen(address).close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not start within 20 seconds")
