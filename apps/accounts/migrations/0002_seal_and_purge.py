"""Keys and codes are sealed where they lie in the clear; failed attempts, which held passwords, are deleted."""

from typing import Any

from django.db import migrations

from apps.accounts.sealing import CODE, HEX_KEY, hashed, sealed


def seal(apps: Any, schema_editor: Any) -> None:
    # update() with the packages' own fields, which know nothing of sealing here
    devices = apps.get_model("otp_totp", "TOTPDevice").objects
    for pk, key in devices.values_list("pk", "key"):
        if len(key) <= HEX_KEY:
            devices.filter(pk=pk).update(key=sealed(key))
    codes = apps.get_model("otp_static", "StaticToken").objects
    for pk, code in codes.values_list("pk", "token"):
        if len(code) < CODE:
            codes.filter(pk=pk).update(token=hashed(code))


def purge(apps: Any, schema_editor: Any) -> None:
    for name in ("AccessAttempt", "AccessLog", "AccessFailureLog"):
        apps.get_model("axes", name).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("otp_totp", "0003_add_timestamps"),
        ("otp_static", "0003_add_timestamps"),
        ("axes", "0010_accessattemptexpiration"),
    ]

    operations = [
        migrations.RunPython(seal, migrations.RunPython.noop),
        migrations.RunPython(purge, migrations.RunPython.noop),
    ]
