from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from apps.editing.models import LinkCheck
from apps.editing.typed import AnyModelAdmin


@admin.register(LinkCheck)
class LinkCheckAdmin(AnyModelAdmin):
    """Filled by check_links; nothing is changed here."""

    list_display = ("source", "link", "status", "problem", "failures", "checked_at")
    list_filter = (("problem", admin.EmptyFieldListFilter),)
    list_select_related = ("source",)
    search_fields = ("source__code", "address")

    @admin.display(description=_("web address"))
    def link(self, check: LinkCheck) -> str:
        return format_html('<a href="{0}" rel="noopener noreferrer">{0}</a>', check.address)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
