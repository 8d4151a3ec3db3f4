"""Who changed what and when, per language; registered after the translation, or saving a translated model fails."""

import simple_history
from django.db import models

from apps.translations import languages

DERIVED = ("languages", "hashes", "shipped")


def keep(model: type[models.Model]) -> None:
    # The bare name of a translated field holds whatever language was active: it is no record of anything.
    excluded = [*languages.translated_fields(model), *DERIVED]
    simple_history.register(model, excluded_fields=excluded, history_change_reason_field=models.TextField(null=True))
