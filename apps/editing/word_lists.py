"""A form field for short lists of ids, typed with spaces between them."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


class WordList(forms.CharField):
    def __init__(self, pattern: str, example: str, **kwargs: Any) -> None:
        self.pattern, self.example = re.compile(pattern), example
        super().__init__(
            **{
                "required": False,
                "help_text": format_lazy("{} {}", _("With spaces between, for example:"), example),
                **kwargs,
            }
        )

    def prepare_value(self, value: Any) -> Any:
        return " ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        words = _words(super().clean(value))
        if wrong := [word for word in words if not self.pattern.fullmatch(word)]:
            message = _("%(wrong)s does not look right. Write it like this: %(example)s")
            raise ValidationError(message, params={"wrong": " ".join(wrong), "example": self.example})
        return words

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != _words(data)


def _words(text: Any) -> list[str]:
    return str(text or "").replace(",", " ").split()
