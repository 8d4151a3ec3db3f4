import unicodedata
from typing import Any

from django.db import models

from apps.guide import languages


class Worded(models.Model):
    """A thing with translated texts: kept in NFC, and knowing the languages it is complete in."""

    languages = models.JSONField(default=list, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        for name in self._loaded_texts():
            setattr(self, name, nfc(getattr(self, name)))
        self.languages = languages.filled(self)
        super().save(*args, **kwargs)

    def _loaded_texts(self) -> list[str]:
        # The bare name of a translated field would write the active language.
        fields = set(self.__dict__) - set(languages.translated_fields(type(self)))
        return [name for name in fields if isinstance(getattr(self, name), str)]


class Words:
    """A thing's texts in the one language it is shown in: `Words(entry, "ky").title`."""

    def __init__(self, thing: Worded, language: str) -> None:
        self.thing: Any = thing
        self.language = languages.shown(language, thing.languages)

    def __getattr__(self, name: str) -> str:
        text = getattr(self.thing, f"{name}_{languages.written(self.language)}") or ""
        return languages.in_script(text, self.language)


def nfc(value: Any) -> Any:
    # Tajik ӣ and ӯ arrive decomposed from some keyboards, and would then not be found.
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value
