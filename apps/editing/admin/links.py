from django.contrib import admin
from django.db.models import URLField
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from apps.editing.model_pages import ReadAdmin
from apps.editing.models import LinkCheck


@admin.register(LinkCheck)
class LinkCheckAdmin(ReadAdmin):
    """Filled by check_links; nothing is changed here."""

    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    list_display = ("source", "link", "status", "problem", "failures", "checked_at")
    list_filter = (("problem", admin.EmptyFieldListFilter),)
    list_select_related = ("source",)
    also = ("source__code", "source__publisher_ru")

    @admin.display(description=_("web address"))
    def link(self, check: LinkCheck) -> str:
        return format_html('<a href="{0}" rel="noopener noreferrer">{0}</a>', check.address)
