"""A form field for short lists of ids, typed with spaces between them."""

import re
from collections.abc import Callable, Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


class TitledChoices(forms.MultipleChoiceField):
    """A list of ids, each chosen by its title; their order means nothing."""

    def __init__(self, titled: Callable[[], list[tuple[str, str]]], **kwargs: Any) -> None:
        named = {"invalid_choice": _("There is no %(value)s.")}
        super().__init__(choices=titled, required=False, error_messages=named, **kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return {*(initial or [])} != {*(data or [])}


class WordList(forms.CharField):
    def __init__(self, pattern: str, example: str, known: Callable[[], Collection[str]] | None, **kwargs: Any) -> None:
        self.pattern, self.example, self.known = re.compile(pattern), example, known
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
        strangers = sorted(set(words) - set(self.known())) if self.known else []
        if strangers:
            raise ValidationError(_("There is no %(strangers)s."), params={"strangers": " ".join(strangers)})
        return words

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != _words(data)


def _words(text: Any) -> list[str]:
    return str(text or "").replace(",", " ").split()
