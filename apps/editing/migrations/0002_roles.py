"""The roles as groups. Running it again changes nothing; what an administrator added to a group stays."""

from typing import Any

from django.db import migrations

from apps.translations.languages import TARGETS

TEXTS = ["guide.topic", "guide.source", "guide.entry", "guide.contact", "amina.phrase"]
SEEN = [*(f"{model}.view" for model in TEXTS), "translations.translationstate.view", "editing.proposal.view", "editing.linkcheck.view"]
CHANGED = [f"{model}.change" for model in TEXTS]
ADDED = [f"guide.{model}.add" for model in ("topic", "source", "entry", "contact")]
WRITES = [*CHANGED, *ADDED, "write_russian"]
USERS = [f"auth.{model}.{verb}" for model in ("user", "group") for verb in ("view", "add", "change")]
ROLES = {
    "writer": [*SEEN, *WRITES],
    "translator": [*SEEN, *CHANGED, "translate"],
    "reviewer": [*SEEN, *CHANGED, "review"],
    "publisher": [*SEEN, *WRITES, "publish"],
    "administrator": [*SEEN, *WRITES, *USERS, "translate", "review", "publish", *(f"work_in_{code}" for code in TARGETS)],
    **{f"language: {code}": [f"work_in_{code}"] for code in TARGETS},
}


def make_roles(apps: Any, schema_editor: Any) -> None:
    group_model = apps.get_model("auth", "Group")
    for name, permissions in ROLES.items():
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.add(*(_permission(apps, permission) for permission in permissions))


def _permission(apps: Any, name: str) -> Any:
    # Django makes permissions only after all migrations; it finds these by their codename then.
    app, model, verb = name.split(".") if "." in name else ("translations", "translationstate", "")
    codename = f"{verb}_{model}" if verb else name
    label = f"Can {verb} {model}" if verb else name
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": label}
    )
    return permission


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("guide", "0001_initial"),
        ("amina", "0001_initial"),
        ("translations", "0001_initial"),
        ("editing", "0001_initial"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
