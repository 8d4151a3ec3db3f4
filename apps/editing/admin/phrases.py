from django.contrib import admin
from django.http import HttpRequest

from apps.amina import models
from apps.editing.admin.deciding import DecidedAdmin
from apps.editing.two_languages import LacksLanguage


@admin.register(models.Phrase)
class PhraseAdmin(DecidedAdmin):
    """The rulebook's ids decide which texts there are: they are changed here, never added or deleted."""

    list_display = ("key", "text_ru", "complete_in")
    list_filter = (LacksLanguage,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
