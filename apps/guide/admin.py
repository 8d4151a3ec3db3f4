from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from apps.guide import models, pages
from apps.guide.certainty import Certainty
from apps.guide.two_languages import LacksLanguage, TwoLanguagesAdmin, target
from apps.guide.typed import AnyModelForm
from apps.guide.word_lists import WordList


class EntryForm(AnyModelForm):
    facts = WordList(r"F\d{3}", "F070 F071", label=_("facts"))
    steps = WordList(r"[a-z0-9_]+", "report_move daily_check", label=_("steps of the self-check"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        unsourced = data.get("certainty") != Certainty.NO_PUBLIC_ANSWER and not data.get("sources")
        if data.get("published") and unsourced:
            self.add_error("sources", ValidationError(_("Name a source before you publish, or hide the entry.")))
        return data


class FactsForm(AnyModelForm):
    facts = WordList(r"F\d{3}", "F070 F071", label=_("facts"))


@admin.register(models.Entry)
class EntryAdmin(TwoLanguagesAdmin):
    form = EntryForm
    words = ("title", "short_answer", "body", "asked")
    other_fields = [
        "slug",
        "topic",
        "position",
        "certainty",
        "facts",
        "sources",
        "checked_on",
        "changed_on",
        "most_asked",
        "related",
        "steps",
        "published",
    ]
    filter_horizontal = ("sources", "related")
    list_display = ("title_ru", "topic", "certainty", "checked_on", "published", "complete_in")
    list_filter = (LacksLanguage, "published", "topic", "certainty", "most_asked")
    search_fields = ("slug", "title_ru", "title_ky", "title_en", "body_ru")
    actions = ("publish", "hide")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"published": False, **super().get_changeform_initial_data(request)}

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # its address may have been forwarded: hide it instead

    @admin.action(description=_("Publish"))
    def publish(self, request: HttpRequest, queryset: QuerySet[models.Entry]) -> None:
        unsourced = queryset.exclude(certainty=Certainty.NO_PUBLIC_ANSWER).filter(sources=None)
        if left := ", ".join(str(entry) for entry in unsourced):
            self.message_user(request, _("Left hidden for want of a source: %s") % left, messages.WARNING)
        queryset.exclude(pk__in=unsourced.values("pk")).update(published=True)

    @admin.action(description=_("Hide"))
    def hide(self, request: HttpRequest, queryset: QuerySet[models.Entry]) -> None:
        queryset.update(published=False)

    def get_urls(self) -> list[URLPattern]:
        preview = self.admin_site.admin_view(self.preview)
        return [path("<int:pk>/preview/", preview, name="guide_entry_preview"), *super().get_urls()]

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The public page of an entry as it is saved, hidden or not, in the language being worked on."""
        with translation.override(target(request)):
            return pages.entry(request, get_object_or_404(models.Entry, pk=pk))

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        preview_url = reverse("admin:guide_entry_preview", args=[object_id]) if object_id.isdigit() else ""
        context = {**(extra_context or {}), "preview_url": preview_url}
        return super().change_view(request, object_id, form_url, context)


@admin.register(models.Topic)
class TopicAdmin(TwoLanguagesAdmin):
    words = ("title", "summary")
    other_fields = ("slug", "position")
    list_display = ("title_ru", "slug", "position", "complete_in")
    list_filter = (LacksLanguage,)


@admin.register(models.Source)
class SourceAdmin(TwoLanguagesAdmin):
    form = FactsForm
    words = ("publisher", "says")
    other_fields = ("code", "kind", "relayed", "date", "date_note", "address", "facts")
    list_display = ("code", "publisher_ru", "kind", "date", "complete_in")
    list_filter = (LacksLanguage, "kind", "relayed")
    search_fields = ("code", "publisher_ru", "publisher_en", "address")


@admin.register(models.Contact)
class ContactAdmin(TwoLanguagesAdmin):
    form = FactsForm
    words = ("name", "note")
    other_fields = [
        "slug",
        "position",
        "kind",
        "phone",
        "phone_display",
        "address_ru",
        "site",
        "certainty",
        "facts",
        "sources",
        "checked_on",
    ]
    filter_horizontal = ("sources",)
    list_display = ("name_ru", "kind", "phone_display", "checked_on", "complete_in")
    list_filter = (LacksLanguage, "kind")
