"""Two editors in one form: what only one of them touched is merged, what both touched is shown to the second."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from apps.editing import diffs
from apps.editing.typed import AnyModelForm
from apps.translations import gate

BOTH = """{changed} <span class="diff">{both}</span>
<details><summary>{what}</summary><span class="diff">{theirs}</span></details>{ask}"""
NOT_WHOLE = _("This page was not complete when it was sent. Look through it and save again.")


class SeenField(forms.CharField):
    """Carries how every field looked when the form was opened."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class LockedForm(AnyModelForm):
    seen = SeenField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = self._now()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.instance.pk:
            self._merge(data)
        return data

    def _merge(self, data: dict[str, Any]) -> None:
        try:
            seen = dict(json.loads(data.get("seen") or ""))
        except (ValueError, TypeError):
            self._look_again()
            raise ValidationError(NOT_WHOLE) from None
        for name in self._kept():
            now, posted = plain(self.initial.get(name)), plain(data.get(name))
            if name not in data or _print(now) == seen.get(name) or posted == now:
                continue
            if _print(posted) == seen.get(name):
                data[name] = self._as_it_is(name)
            else:
                self._tell(name, now, posted)

    def _as_it_is(self, name: str) -> Any:
        """Take over what somebody else saved in the meantime."""
        many = self.instance._meta.get_field(name).many_to_many
        return self.initial[name] if many else getattr(self.instance, name)

    def _tell(self, name: str, now: Any, posted: Any) -> None:
        """Show both texts in one, and theirs by itself; what was typed stays in the field."""
        who = self.instance.history.first() if hasattr(self.instance, "history") else None
        theirs, yours = (in_words(self.fields[name], value) for value in (now, posted))
        changed = _("%(who)s changed this while you were writing. Struck out is theirs, underlined is yours:")
        told = {
            "changed": changed % {"who": (who and who.history_user) or _("Somebody")},
            "both": diffs.marked(theirs, yours),
            "what": _("It now says"),
            "theirs": theirs,
            "ask": _("Yours is below. Save again to keep yours."),
        }
        self.add_error(name, ValidationError(format_html(BOTH, **told), code="changed"))
        self._look_again()

    def _look_again(self) -> None:
        sent: Any = self.data.copy()
        sent[self.add_prefix("seen")] = self._now()
        self.data = sent

    def _now(self) -> str:
        return json.dumps({name: _print(plain(self.initial.get(name))) for name in self._kept()})

    def _kept(self) -> list[str]:
        return [name for name in self.fields if name in self.initial and name != "seen"]


def plain(value: Any) -> Any:
    """Make the value of a field comparable, whether it comes from the database or from a browser."""
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, str):
        return gate.clean(value)
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "__iter__"):
        parts = [plain(part) for part in value]
        return sorted(parts) if all(isinstance(part, int) for part in parts) else parts
    return "" if value is None else value


def in_words(field: Any, value: Any) -> str:
    names = dict(getattr(field, "choices", []) or [])
    names = {getattr(key, "value", key): name for key, name in names.items()}
    return ", ".join(str(names.get(part, part)) for part in (value if isinstance(value, list) else [value]))


def _print(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]
