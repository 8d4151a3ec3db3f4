"""What is typed at the door, and what lets people in, is nowhere to be read: not in tables, sessions, cache or logs."""

import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from apps.accounts import sealing
from apps.accounts.tests.everything import kept
from apps.accounts.tests.people import code_of, enrol, enter, give_code, make_codes, somebody

pytestmark = pytest.mark.django_db
MARKER, FIGURES, ADDRESS = "zq7marker9zq", "917364", "203.0.113.77"


def test_what_is_typed_in_vain_is_kept_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    alice = somebody()
    TOTPDevice.objects.create(user=alice, name="default")
    StaticDevice.objects.create(user=alice, name="backup").token_set.create(token="abcd1234")
    with caplog.at_level("DEBUG"):
        caplog.handler.setLevel("INFO")  # Django's record of statements would hold every value
        for password in (MARKER, MARKER + "\0", MARKER * 300):
            enter(Client(REMOTE_ADDR=ADDRESS), password=password)
        enter(Client(REMOTE_ADDR=ADDRESS), name=MARKER, password="in the wrong place")
        Client().post(f"/account/?next=/admin/&password={MARKER}", {"password": MARKER, "auth-password": MARKER})
        Client().post(
            "/account/", {"login_view-current_step": "auth", "auth-username": "alice", "auth-password": MARKER}
        )
        Client().post("/admin/login/", {"username": "alice", "password": MARKER})
        client = Client(REMOTE_ADDR=ADDRESS)
        assert enter(client).status_code == 200
        give_code(client, FIGURES)
        give_code(client, MARKER, "backup")
    for text in (kept(), caplog.text):
        for typed in (MARKER, FIGURES, ADDRESS):
            assert typed not in text


def test_five_failures_still_lock_out_each_by_name_and_address() -> None:
    somebody()
    for _number in range(5):
        enter(Client(REMOTE_ADDR=ADDRESS), password="wrong")
    assert enter(Client(REMOTE_ADDR=ADDRESS)).status_code == 429
    assert enter(Client(REMOTE_ADDR="203.0.113.78")).status_code == 302


def test_keys_and_codes_lie_encrypted_and_hashed_in_the_database_and_still_let_in() -> None:
    alice = somebody()
    client = Client()
    enter(client)
    enrol(client)
    device, codes = TOTPDevice.objects.get(user=alice), make_codes(client)
    assert len(codes) == 10
    everything = kept()
    assert device.key not in everything
    assert not [code for code in codes if code in everything]
    assert "<code>" not in client.get("/account/backup-codes/").text
    TOTPDevice.objects.update(last_t=-1, throttling_failure_count=0)
    for step, code in (("token", code_of(device)), ("backup", codes[0])):
        other = Client()
        enter(other)
        assert give_code(other, code, step).status_code == 302
    assert StaticToken.objects.count() == 9


def test_the_migration_seals_what_lay_in_the_clear_and_deletes_what_was_typed() -> None:
    device = TOTPDevice.objects.create(user=somebody(), name="default")
    code = StaticDevice.objects.create(user=device.user, name="backup").token_set.create(token="abcd1234")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE otp_totp_totpdevice SET key = %s", [device.key])
        cursor.execute("UPDATE otp_static_statictoken SET token = 'abcd1234'")
        cursor.execute(
            "INSERT INTO axes_accessattempt (user_agent, username, http_accept, path_info, attempt_time, get_data,"
            " post_data, failures_since_start) VALUES ('', 'alice', '', '', %s, '', %s, 1)",
            ["2026-01-01", f"auth-password={MARKER}"],
        )
    migration = importlib.import_module("apps.accounts.migrations.0002_seal_and_purge")
    from django.db.migrations.executor import MigrationExecutor

    old = MigrationExecutor(connection).loader.project_state(
        [("accounts", "0001_initial"), *migration.Migration.dependencies]
    )
    migration.seal(old.apps, None)
    migration.seal(old.apps, None)
    migration.purge(old.apps, None)
    assert MARKER not in kept() and device.key not in kept() and "abcd1234" not in kept()
    assert TOTPDevice.objects.get().key == device.key
    assert StaticToken.objects.get(token="abcd1234").pk == code.pk


def test_a_key_sealed_under_another_secret_lets_nobody_in_and_breaks_nothing(settings: object) -> None:
    device = TOTPDevice.objects.create(user=somebody(), name="default")
    before = settings.SECRET_KEY
    settings.SECRET_KEY = "another" * 10
    assert TOTPDevice.objects.get().key != device.key
    settings.SECRET_KEY_FALLBACKS = [before]
    assert TOTPDevice.objects.get().key == device.key
    assert sealing.hashed("abcd1234") != "abcd1234"


def test_no_page_of_the_admin_and_no_role_reaches_secrets_or_permissions(editor: Client) -> None:
    for model in apps.get_models():
        if (
            model._meta.app_label in ("otp_totp", "otp_static", "two_factor", "two_factor_webauthn", "axes", "sessions")
            or model is Group
        ):
            address = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
            assert editor.get(address).status_code == 404, address
    secret = ("otp_totp", "otp_static", "two_factor", "two_factor_webauthn", "axes", "sessions")
    for group in Group.objects.all():
        given = set(group.permissions.values_list("content_type__app_label", "content_type__model"))
        assert not {model for app, model in given if app in secret} | given & {
            ("auth", "group"),
            ("auth", "permission"),
        }
    assert User.objects.count()
