"""People at the door, with one factor or two."""

import re
from base64 import b32decode
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

PASSWORD = "long enough for everybody"
LOGIN, SETUP, CODES = "/account/", "/account/second-factor/", "/account/backup-codes/"


def somebody(name: str = "alice", **more: Any) -> User:
    return User.objects.create_user(name, password=PASSWORD, is_staff=True, **more)


def enter(client: Client, name: str = "alice", password: str = PASSWORD, **more: Any) -> Any:
    sent = {"login_view-current_step": "auth", "auth-username": name, "auth-password": password}
    return client.post(LOGIN, sent, headers={"accept-language": "en"}, **more)


def give_code(client: Client, code: object, step: str = "token") -> Any:
    return client.post(LOGIN, {"login_view-current_step": step, f"{step}-otp_token": code})


def code_of(device: TOTPDevice) -> str:
    return f"{totp(device.bin_key):06}"


def enrol(client: Client) -> Any:
    """Set up a second factor as the pages ask for it, whether or not they should let one."""
    english = {"accept-language": "en"}
    page = client.post(SETUP, {"setup_view-current_step": "welcome"}, headers=english)
    if page.status_code != 200:
        return page
    code = totp(b32decode(page.context["secret_key"]))
    return client.post(
        SETUP, {"setup_view-current_step": "generator", "generator-token": f"{code:06}"}, headers=english
    )


def make_codes(client: Client) -> list[str]:
    return re.findall(r"<li><code>(\w+)", client.post(CODES).text)
