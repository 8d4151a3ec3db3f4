from django.contrib import admin

from apps.accounts.models import Happening
from apps.editing.model_pages import ReadAdmin


@admin.register(Happening)
class HappeningAdmin(ReadAdmin):
    list_display = ("at", "kind", "person", "by", "detail")
    list_filter = ("kind",)
    list_select_related = ("person", "by")
    also = ("person__username", "by__username")
