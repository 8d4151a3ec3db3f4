from typing import Any

from django.db import models, transaction
from django.db.models import Q

from apps.translations import following, languages, states
from apps.translations.states import UNSAID, Edit


def in_russian(*names: str) -> Q:
    written = Q()
    for name in names:
        written &= Q(**{f"{name}_ru__isnull": False}) & ~Q(**{f"{name}_ru": ""})
    return written


class Worded(models.Model):
    """A thing with translated texts: kept in NFC, knowing the languages it is complete in and what they say."""

    languages = models.JSONField(default=list, editable=False)
    hashes = models.JSONField(default=dict, editable=False)

    _history_user: Any
    _change_reason: str | None

    class Meta:
        abstract = True

    def save(self, *args: Any, edit: Edit = UNSAID, **kwargs: Any) -> None:
        """Save with what is known of the edit; `writing.write` says it, and whoever says nothing gets the strictest."""
        for name in self._loaded_texts():
            setattr(self, name, languages.nfc(getattr(self, name)))
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "languages", "hashes"}
        with transaction.atomic():
            before = following.last_said(self)
            self.languages, self.hashes = languages.filled(self), states.hashes(self)
            self._history_user, self._change_reason = edit.by, edit.why or None
            super().save(*args, **kwargs)
            if before != self.hashes:
                following.follow(self, before, edit)

    def _loaded_texts(self) -> list[str]:
        # The bare name of a translated field would write the active language.
        fields = set(self.__dict__) - set(languages.translated_fields(type(self)))
        return [name for name in fields if isinstance(getattr(self, name), str)]


class InLanguage:
    """A thing's texts in the one language it is shown in: `InLanguage(entry, "ky").title`."""

    def __init__(self, thing: Worded, language: str) -> None:
        self.thing: Any = thing
        self.language = languages.shown(language, thing.languages)

    def __getattr__(self, name: str) -> str:
        text = getattr(self.thing, f"{name}_{languages.written(self.language)}") or ""
        return languages.in_script(text, self.language)
