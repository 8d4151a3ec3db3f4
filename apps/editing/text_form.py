"""A form over the Russian text and one translation that knows what each change means for the state."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from apps.editing import lost
from apps.editing.locking import NOT_WHOLE, LockedForm, plain
from apps.translations import gate, languages, meaning, states
from apps.translations.claiming import confirmed
from apps.translations.states import NOW, Edit, Severity, State

MEANS_MORE = _("A figure, a date, a “не”, a “must” or “may”, or a kind of day changed: then the meaning has changed.")
CHOSEN = "translate_to"
UP_TO_DATE, CORRECTION = "yes", "no"
CURRENT = [
    ("", "—"),
    (UP_TO_DATE, _("Yes, it now says what the Russian text says")),
    (CORRECTION, _("No, I only corrected it; it still has to be brought up to date")),
]


class TextForm(LockedForm):
    severity = forms.ChoiceField(
        label=_("What does your change of the Russian text mean?"),
        choices=[("", "—"), *Severity.choices],
        required=False,
    )
    up_to_date = forms.ChoiceField(label=_("Is the translation up to date?"), choices=CURRENT, required=False)

    # What the form was opened for goes with it: another tab may have chosen another language since.
    translate_to = forms.ChoiceField(
        choices=[(code, code) for code in languages.TARGETS],
        widget=forms.HiddenInput,
        error_messages={"required": NOT_WHOLE, "invalid_choice": NOT_WHOLE},
    )

    language = "ky"
    state = State.MISSING
    user: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial[CHOSEN] = self.language

    def clean(self) -> dict[str, Any]:
        self._pass_the_gate()
        data = super().clean()
        self._refer_to_what_is_there(data)
        if self.instance.pk and not self.errors:
            self._ask_what_it_means(data)
        return data

    def _refer_to_what_is_there(self, data: dict[str, Any]) -> None:
        for language in (languages.ORIGINAL, self.language):
            if not self.says_anew(language):
                continue
            for name in languages.read_fields(type(self.instance)):
                self._look_for_what_is_lost(f"{name}_{language}", data)

    def _look_for_what_is_lost(self, column: str, data: dict[str, Any]) -> None:
        name, _sep, language = column.rpartition("_")
        original = f"{name}_{languages.ORIGINAL}"
        follows = language != languages.ORIGINAL and self._follows(data)
        russian = data.get(original, getattr(self.instance, original)) if follows else ""
        try:
            lost.refuse(data.get(column) or "", russian or "")
        except ValidationError as error:
            self.add_error(column, error)

    def _follows(self, data: dict[str, Any]) -> bool:
        return self.state != State.STALE or data.get("up_to_date") == UP_TO_DATE

    def _pass_the_gate(self) -> None:
        for name, value in list(self.cleaned_data.items()):
            try:
                self.cleaned_data[name] = gate.passed(value)
            except ValidationError as error:
                self.add_error(name, error)
            if value and self.cleaned_data.get(name) == "" and self.fields[name].required:
                self.add_error(name, self.fields[name].error_messages["required"])

    def _ask_what_it_means(self, data: dict[str, Any]) -> None:
        rewritten, retold = self.says_anew(languages.ORIGINAL), self.says_anew(self.language)
        if rewritten and not data.get("severity") and len(self.instance.languages) > 1:
            self.add_error("severity", ValidationError(_("Say what it means: the translations depend on it.")))
        if data.get("severity") in (Severity.TYPO, Severity.WORDING) and self._means_more():
            self.add_error("severity", ValidationError(MEANS_MORE))
        outdated = self.state == State.STALE or (rewritten and data.get("severity") != Severity.TYPO)
        if retold and outdated and self.state != State.MISSING and not data.get("up_to_date"):
            self.add_error(
                "up_to_date", ValidationError(_("The Russian text has changed. Say whether you followed it."))
            )

    def _means_more(self) -> bool:
        names = [f"{name}_{languages.ORIGINAL}" for name in languages.read_fields(type(self.instance))]
        both = [
            (self.initial.get(name) or "", self.cleaned_data.get(name) or "") for name in names if name in self.fields
        ]
        return any(meaning.changed(before, after, languages.ORIGINAL) for before, after in both)

    def says_anew(self, language: str) -> bool:
        """Say whether the text in this language differs from what was saved; blanks and line ends do not count."""
        names = [f"{name}_{language}" for name in languages.read_fields(type(self.instance))]
        names = [name for name in names if name in self.fields and name in self.cleaned_data]
        before = states.text_hash({name: self.initial.get(name) or "" for name in names})
        return before != states.text_hash({name: self.cleaned_data[name] or "" for name in names})

    def rewritten(self) -> set[str]:
        """Name what this save changes; what came from somebody else in the meantime is not of it."""
        said = {name: plain(self.cleaned_data[name]) for name in self.changed_data if name in self.cleaned_data}
        own = said.keys() - {"severity", "up_to_date", CHOSEN}
        return {name for name in own if said[name] != plain(self.initial.get(name))}

    def columns(self, names: Collection[str]) -> dict[str, Any]:
        columns = {field.name for field in self.instance._meta.concrete_fields}
        return {name: getattr(self.instance, name) for name in columns & set(names)}

    def edit(self, why: str) -> Edit:
        current = self.cleaned_data.get("up_to_date") == UP_TO_DATE or self.state == State.MISSING
        severity = self.cleaned_data.get("severity") or Severity.MEANING
        return Edit(severity, NOW if current else "", self.user, why)

    def confirm(self) -> None:
        """Take the answer about an outdated translation whose words did not have to change."""
        asked = self.state == State.STALE and self.cleaned_data.get("up_to_date") == UP_TO_DATE
        if asked and not self.says_anew(self.language):
            confirmed(self.instance, self.language, self.user)
