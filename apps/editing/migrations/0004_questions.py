"""Who reads what readers ask: everybody who writes, translates or publishes. Running it again changes nothing."""

from typing import Any

from django.db import migrations

ROLES = ["writer", "translator", "reviewer", "publisher", "administrator"]
MAY = {"question": ["view", "change"], "publicquestion": ["view", "change"], "weekofentry": ["view"]}


def let_them_read(apps: Any, schema_editor: Any) -> None:
    group, permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    content_types = apps.get_model("contenttypes", "ContentType").objects
    for model, verbs in MAY.items():
        content_type, _ = content_types.get_or_create(app_label="asking", model=model)
        for verb in verbs:
            found, _ = permission.objects.get_or_create(
                content_type=content_type, codename=f"{verb}_{model}", defaults={"name": f"Can {verb} {model}"}
            )
            for role in group.objects.filter(name__in=ROLES):
                role.permissions.add(found)


class Migration(migrations.Migration):
    dependencies = [("editing", "0003_roles_without_power_over_roles"), ("asking", "0001_initial")]

    operations = [migrations.RunPython(let_them_read, migrations.RunPython.noop)]
