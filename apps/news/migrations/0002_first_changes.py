"""The days on which answers changed their meaning before anybody noticed them here."""

from typing import Any

from django.db import migrations


def take_over(apps: Any, schema_editor: Any) -> None:
    change, entry = apps.get_model("news", "Change"), apps.get_model("guide", "Entry")
    for one in entry.objects.filter(published=True, changed_on__isnull=False).only("pk", "changed_on"):
        change.objects.get_or_create(entry_id=one.pk, day=one.changed_on)


class Migration(migrations.Migration):
    dependencies = [("news", "0001_initial")]

    operations = [migrations.RunPython(take_over, migrations.RunPython.noop)]
