"""All that this site keeps, as one text to look for a marker in."""

from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection


def kept() -> str:
    """Every row of every table as the database itself has it, the sessions decoded, and the cache."""
    found = [str(session.get_decoded()) for session in Session.objects.all()]
    found.append(str(getattr(cache, "_cache", "")))
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            found += [str(row) for row in cursor.fetchall()]
    return "\n".join(found)
