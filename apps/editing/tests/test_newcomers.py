"""The first sign-in in Chromium: a second factor by a picture to scan, or by a passkey."""

from base64 import b32decode

import pytest
from django_otp.oath import totp
from playwright.sync_api import Page

from apps.editing.tests.pictures import picture
from apps.editing.tests.signing_in import Open, enter_password

pytestmark = pytest.mark.browser


def test_a_newcomer_sets_up_a_second_factor_with_a_picture_and_prints_backup_codes(as_person: Open, site: str) -> None:
    page = as_person("")
    enter_password(page, site, "newcomer")
    page.wait_for_url("**/second-factor/")
    page.get_by_role("button", name="Go on").click()
    image = page.locator("img")
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 50
    picture(page, "second-factor")
    secret = page.locator("a[href^='otpauth:']").inner_text()
    page.fill("#id_generator-token", f"{totp(b32decode(secret)):06}")
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Make new codes").click()
    assert page.locator(".codes li").count() == 10
    page.get_by_role("link", name="Go on to the texts").click()
    page.wait_for_selector("#user-tools")
    picture(page, "first-page")


def with_passkeys(page: Page) -> None:
    """Give this browser a screen lock that somebody unlocks each time it asks."""
    chromium = page.context.new_cdp_session(page)
    chromium.send("WebAuthn.enable")
    lock = {"protocol": "ctap2", "transport": "internal", "hasUserVerification": True, "isUserVerified": True}
    chromium.send("WebAuthn.addVirtualAuthenticator", {"options": {**lock, "automaticPresenceSimulation": True}})


def test_a_newcomer_sets_up_a_passkey_and_signs_in_with_it(as_person: Open, site: str) -> None:
    named = site.replace("127.0.0.1", "localhost")
    page = as_person("", at=named)
    with_passkeys(page)
    enter_password(page, named, "latecomer")
    page.wait_for_url("**/second-factor/")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("A passkey").check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Make new codes").click()
    page.get_by_role("link", name="Go on to the texts").click()
    page.locator("#logout-form button").click()
    enter_password(page, named, "latecomer")
    page.get_by_role("button", name="Use the passkey").click()
    page.wait_for_selector("#user-tools")
    page.get_by_role("link", name="Sessions and codes").click()
    assert "Passkey" in page.locator("main").inner_text()
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Add a passkey").click()
    page.locator("[role=alert]").wait_for(state="visible")  # this lock holds one already
