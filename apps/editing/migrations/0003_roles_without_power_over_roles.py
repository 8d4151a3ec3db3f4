"""Administrators give people roles; what a role may do is decided in the repository alone."""

from typing import Any

from django.db import migrations

SECRETS = ("otp_totp", "otp_static", "two_factor", "axes", "sessions")


def close(apps: Any, schema_editor: Any) -> None:
    group, permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    power = permission.objects.filter(content_type__app_label="auth", content_type__model__in=("group", "permission"))
    secrets = permission.objects.filter(content_type__app_label__in=SECRETS)
    for role in group.objects.all():
        role.permissions.remove(*power, *secrets)
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="accounts", model="happening"
    )
    see, _ = permission.objects.get_or_create(
        content_type=content_type, codename="view_happening", defaults={"name": "Can view happening at the door"}
    )
    group.objects.get(name="administrator").permissions.add(see)


class Migration(migrations.Migration):
    dependencies = [("editing", "0002_roles"), ("accounts", "0002_seal_and_purge")]

    operations = [migrations.RunPython(close, migrations.RunPython.noop)]
