import re
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.dispatch import Signal
from django.utils.translation import gettext_lazy as _

from apps.translations import following, gate, languages, states
from apps.translations.states import UNSAID, Edit

Check = Callable[[Any, str, str], None]  # of a thing, a column and its text: raises ValidationError
_checks: list[Check] = []
saved = Signal()  # a thing with texts was saved: the hashes it had before, and the edit
LINES = re.compile(r" *\n[ \n]*")


def in_russian(*names: str) -> Q:
    written = Q()
    for name in names:
        written &= Q(**{f"{name}_ru__isnull": False}) & ~Q(**{f"{name}_ru": ""})
    return written


def agree_with(check: Check) -> None:
    """Let every text that is to be shown be looked at by somebody who knows more of what it is about."""
    _checks.append(check)


def refuse(thing: Any, column: str, text: str) -> None:
    for check in _checks:
        check(thing, column, text)


class Worded(models.Model):
    """A thing with translated texts: kept in NFC, knowing the languages it is shown in and what they say."""

    languages = models.JSONField(default=list, editable=False)
    withheld = models.JSONField(_("withdrawn in"), default=list, editable=False)
    hashes = models.JSONField(default=dict, editable=False)

    _history_user: Any
    _change_reason: str | None

    one_paragraph: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def save(self, *args: Any, edit: Edit = UNSAID, **kwargs: Any) -> None:
        """Save with what is known of the edit; `writing.write` says it, and whoever says nothing gets the strictest."""
        for name in self._loaded_texts():
            setattr(self, name, self._kept(name, getattr(self, name)))
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "languages", "hashes"}
        with transaction.atomic():
            before = following.last_said(self)
            self.languages, self.hashes = self._shown_in(), states.hashes(self)
            if errors := self._refused(before):
                raise ValidationError([error for found in errors.values() for error in found])
            self._history_user, self._change_reason = edit.by, edit.why or None
            super().save(*args, **kwargs)
            if before != self.hashes:
                following.follow(self, before, edit)
            saved.send(type(self), thing=self, before=before, edit=edit)

    def _shown_in(self) -> list[str]:
        """The languages it is complete in, but those in which somebody has withdrawn it."""
        return [code for code in languages.filled(self) if code not in self.withheld]

    def clean(self) -> None:
        super().clean()
        stored = type(self)._default_manager.filter(pk=self.pk).values_list("hashes", flat=True).first()
        if errors := self._refused(stored or {}):
            raise ValidationError(errors)

    def _kept(self, name: str, text: str) -> str:
        """A text as it passes the gate; what has one line on the page and in the files has one here, too."""
        many_lines = isinstance(self._meta.get_field(name), models.TextField)
        many_lines &= name.rpartition("_")[0] not in self.one_paragraph
        return str(gate.passed(text) if many_lines else LINES.sub(" ", gate.passed(text)))

    def _refused(self, before: Mapping[str, str]) -> dict[str, list[ValidationError]]:
        """What is wrong with the languages that say something else than before."""
        now, errors = states.hashes(self), dict[str, list[ValidationError]]()
        for column in [
            f"{name}_{code}"
            for code in now
            if now[code] != before.get(code)
            for name in languages.read_fields(type(self))
        ]:
            try:
                refuse(self, column, getattr(self, column) or "")
            except ValidationError as error:
                errors[column] = [error]
        return errors

    def _loaded_texts(self) -> list[str]:
        # The bare name of a translated field would write the active language.
        columns = {field.attname for field in self._meta.concrete_fields}
        fields = (columns & set(self.__dict__)) - set(languages.translated_fields(type(self)))
        return [name for name in fields if isinstance(getattr(self, name), str)]


class InLanguage:
    """A thing's texts in the one language it is shown in: `InLanguage(entry, "ky").title`."""

    def __init__(self, thing: Worded, language: str) -> None:
        self.thing: Any = thing
        self.language = languages.shown(language, thing.languages)

    def __getattr__(self, name: str) -> str:
        text = getattr(self.thing, f"{name}_{languages.written(self.language)}") or ""
        return languages.in_script(text, self.language)
