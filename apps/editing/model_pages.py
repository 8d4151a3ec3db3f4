"""What several of the editors' pages have in common."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from apps.editing import texts
from apps.editing.folded import FoldedSearch
from apps.editing.typed import AnyModelAdmin
from apps.translations.worded import Worded


class ReadAdmin(FoldedSearch):
    """Rows that something else writes: looked at here, never added, changed or deleted."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class BesideAdmin(AnyModelAdmin):
    """A form whose template shows more than its fields."""

    def beside(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        """Return what the template of a saved thing shows beside the form."""
        raise NotImplementedError

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        if isinstance(obj, Worded) and obj.pk:
            context["subtitle"] = texts.titled(obj)
        context |= self.beside(request, obj) if obj and obj.pk else {}
        return super().render_change_form(request, context, add, change, form_url, obj)
