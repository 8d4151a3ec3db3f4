from typing import Any

from django.db import migrations

ROLES = ("writer", "translator", "reviewer", "publisher", "administrator")


def let_them_look(apps: Any, schema_editor: Any) -> None:
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="amina", model="recheck"
    )
    for verb, roles in (("view", ROLES), ("add", ("publisher", "administrator"))):
        permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=content_type,
            codename=f"{verb}_recheck",
            defaults={"name": f"Can {verb} deadline under re-check"},
        )
        for group in apps.get_model("auth", "Group").objects.filter(name__in=roles):
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("editing", "0005_batches"), ("amina", "0002_rechecks")]

    operations = [migrations.RunPython(let_them_look, migrations.RunPython.noop)]
