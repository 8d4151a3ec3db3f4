"""Admin forms that show the Russian text beside one other language instead of eleven columns at once."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Model, Q, QuerySet, URLField
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from apps.guide import languages
from apps.guide.typed import AnyModelAdmin

CHOSEN = "translate_to"
FIRST_CHOICE = "ky"


def target(request: HttpRequest) -> str:
    """The language an editor works in: as just chosen, or as last time."""
    chosen = request.GET.get(CHOSEN, "")
    if chosen in languages.CODES and chosen != languages.SOURCE:
        request.session[CHOSEN] = chosen
    return str(request.session.get(CHOSEN, FIRST_CHOICE))


class LacksLanguage(admin.SimpleListFilter):
    """Finds what has no complete text in a language yet."""

    title = _("lacks language")
    parameter_name = "lacks"

    def lookups(self, request: HttpRequest, model_admin: AnyModelAdmin) -> list[tuple[str, str]]:
        return [(code, languages.OWN_NAMES[code]) for code in languages.CODES if code != languages.SOURCE]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Model]) -> QuerySet[Model]:
        if self.value() not in languages.CODES:
            return queryset
        lacking = Q()
        for name in languages.read_fields(queryset.model):
            empty = Q(**{f"{name}_{self.value()}": ""}) | Q(**{f"{name}_{self.value()}__isnull": True})
            lacking |= empty & ~Q(**{f"{name}_{languages.SOURCE}": ""})
        return queryset.filter(lacking)


class TwoLanguagesAdmin(AnyModelAdmin):
    """Rows of `words` in two languages, then the other fields; the rest of the columns is left alone."""

    words: Sequence[str] = ()
    other_fields: Sequence[str] = ()
    change_form_template = "admin/two_languages.html"
    add_form_template = "admin/two_languages.html"
    formfield_overrides = {URLField: {"assume_scheme": "https"}}

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        rows = [(f"{name}_{languages.SOURCE}", f"{name}_{target(request)}") for name in self.words]
        texts = (None, {"fields": rows, "classes": ["two-languages"]})
        return [texts, (_("About this text"), {"fields": list(self.other_fields)})] if self.other_fields else [texts]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        thing = self.get_object(request, object_id) if object_id else None
        filled = set(languages.filled(thing)) if thing else set()
        choices = [
            {
                "code": code,
                "name": languages.OWN_NAMES[code],
                "filled": code in filled,
                "chosen": code == target(request),
            }
            for code in languages.CODES
            if code != languages.SOURCE
        ]
        context = {**(extra_context or {}), "target_languages": choices, "target_parameter": CHOSEN}
        return super().changeform_view(request, object_id, form_url, context)

    @admin.display(description=_("complete in"))
    def complete_in(self, thing: Model) -> str:
        return " ".join(languages.filled(thing))
