"""Admin forms that show the Russian text beside one other language instead of eleven columns at once."""

from collections.abc import Collection, Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db import connection
from django.db.models import Model, Q, QuerySet, URLField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from apps.editing import proposing, queue, roles, side_panel, texts
from apps.editing.model_pages import BesideAdmin
from apps.editing.text_form import CHOSEN, TextForm
from apps.editing.typed import AnyModelAdmin
from apps.translations import languages, writing
from apps.translations.states import State

FIRST_CHOICE = "ky"


def target(request: HttpRequest) -> str:
    """The language an editor works in: what a form was opened for when it comes back; else as chosen or as last time."""
    if request.method == "POST" and request.POST.get(CHOSEN) in languages.TARGETS:
        return str(request.POST[CHOSEN])
    chosen = request.GET.get(CHOSEN, "")
    if chosen in languages.TARGETS:
        request.session[CHOSEN] = chosen
    own = roles.own_languages(request.user)
    return str(request.session.get(CHOSEN) or (own[0] if own else FIRST_CHOICE))


class LacksLanguage(admin.SimpleListFilter):
    """Finds what has no complete text in a language yet."""

    title = _("lacks language")
    parameter_name = "lacks"

    def lookups(self, request: HttpRequest, model_admin: AnyModelAdmin) -> list[tuple[str, str]]:
        return [(code, languages.OWN_NAMES[code]) for code in languages.TARGETS]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Model]) -> QuerySet[Model]:
        if self.value() not in languages.CODES:
            return queryset
        lacking = Q()
        for name in languages.read_fields(queryset.model):
            empty = Q(**{f"{name}_{self.value()}": ""}) | Q(**{f"{name}_{self.value()}__isnull": True})
            lacking |= empty & ~Q(**{f"{name}_{languages.ORIGINAL}": ""})
        return queryset.filter(lacking)


def _named(field: Any) -> Any:
    """Let one choose by title, or by publisher and date, without reading all the texts behind them."""
    if field is None:
        return None
    kind = field.queryset.model._meta.model_name
    field.queryset = field.queryset.only(texts.NAMES[kind], *texts.TITLES[kind])
    field.label_from_instance = lambda thing: ", ".join(getattr(thing, name) for name in texts.TITLES[kind])
    return field


class TwoLanguagesAdmin(BesideAdmin):
    """Every text in two languages, then the other fields; the rest of the columns is left alone."""

    form = TextForm
    other_fields: Sequence[str] = ()
    change_form_template = "admin/two_languages.html"
    add_form_template = "admin/two_languages.html"
    formfield_overrides = {URLField: {"assume_scheme": "https"}}

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        rows = [*zip(self.columns(languages.ORIGINAL), self.columns(target(request)), strict=True)]
        fieldsets: list[Any] = [(None, {"fields": rows, "classes": ["two-languages"]})]
        if obj and self.has_change_permission(request, obj):
            fieldsets.append((_("About this change"), {"fields": self._questions(request), "classes": ["change"]}))
        elif not obj:
            fieldsets.append((None, {"fields": [CHOSEN]}))
        if self.other_fields and self.writes(request, obj):
            fieldsets.append((_("About this text"), {"fields": list(self.other_fields)}))
        return fieldsets

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """What a person may not change is shown but not taken, whatever a forged request sends."""
        closed = [*super().get_readonly_fields(request, obj)]
        closed += [] if self.writes(request, obj) else self.columns(languages.ORIGINAL)
        closed += [] if roles.may_translate(request.user, target(request)) else self.columns(target(request))
        return closed

    def columns(self, language: str) -> list[str]:
        return [f"{name}_{language}" for name in languages.translated_fields(self.model)]

    def _questions(self, request: HttpRequest) -> list[str]:
        asked = ["severity"] if roles.may_write(request.user) else []
        return [*asked, "up_to_date", "seen", CHOSEN]

    def writes(self, request: HttpRequest, obj: Any = None) -> bool:
        return roles.may_write(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        may = super().has_change_permission(request, obj)
        return may and (
            obj is None or roles.may_write(request.user) or roles.may_translate(request.user, target(request))
        )

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # deleting is hiding

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """On saving, hold the row, so that nobody else's save falls between reading and writing it."""
        found: Any = super().get_object(request, object_id, from_field)
        if not found or request.method != "POST" or not connection.in_atomic_block:
            return found
        return self.model._default_manager.select_for_update(of=("self",)).get(pk=found.pk)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.language, form.user = target(request), request.user
        form.state = texts.all_states(obj, texts.known(obj))[form.language] if obj else State.MISSING
        return form

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Lists to choose from need names, not all the texts behind them."""
        return _named(super().formfield_for_manytomany(db_field, request, **kwargs))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return _named(super().formfield_for_foreignkey(db_field, request, **kwargs))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        names = form.rewritten()
        if change and proposing.must(obj, request.user):
            names -= self._propose(request, obj, form, names)
        for name in names if change else ():
            if self.opts.get_field(name).many_to_many:
                getattr(obj, name).set(form.cleaned_data[name])
        if names or not change:
            writing.write(obj, form.columns(names), form.edit(self._touched(form, names)))
        form.confirm()

    def _propose(self, request: HttpRequest, obj: Any, form: Any, names: Collection[str]) -> set[str]:
        """What readers see changes only after another publisher, if there is one, has read it; a typo is an opinion."""
        waits = proposing.waits(form, names, self.other_fields, request.user)
        if waits:
            proposal = proposing.propose(obj, form, waits)
            told = _("Your change waits for a second person; readers still see the old one.")
            link = '{} <a href="{}">{}</a>'
            address = reverse("admin:editing_proposal_change", args=[proposal.pk])
            self.message_user(request, format_html(link, told, address, _("Look at it")))
        for name in waits:
            del form.cleaned_data[name]  # what is saved after the form would take it
        return waits

    def _touched(self, form: Any, names: Collection[str]) -> str:
        """Name the languages that a save touched, and `about` for the rest: the history shows it."""
        known = {name: code for code in (languages.ORIGINAL, form.language) for name in self.columns(code)}
        return " ".join(sorted({known.get(name, "about") for name in names}))

    def beside(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        shown = side_panel.beside(request.user, obj, target(request))
        sent = {name: request.GET[name] for name in ("queue", "back") if request.GET.get(name)}
        after = queue.next_language(obj, target(request), request.user)
        shown |= {"next_language": languages.OWN_NAMES.get(after), "next_code": after}
        return shown | {"sent": urlencode(sent), "in_queue": sent.get("queue") in queue.TASKS}

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Whoever saves is led on in the queue, or back to where they came from."""
        response = super().response_change(request, obj)
        after = queue.next_language(obj, target(request), request.user) if "_language" in request.POST else ""
        if after:
            return redirect(f"{request.path}?{urlencode({**request.GET.dict(), CHOSEN: after})}")
        stays = {"_continue", "_addanother", "_saveasnew"} & {*request.POST}
        onwards = "" if stays else queue.onwards(request, obj, target(request))
        return redirect(onwards) if onwards else response

    @admin.display(description=_("complete in"))
    def complete_in(self, thing: Any) -> str:
        return " ".join(languages.filled(thing))
