from datetime import date
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import FilteredSelectMultiple
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from apps.editing import batches, known, publishing, roles
from apps.editing.admin.lookups import LookUpAdmin
from apps.editing.admin.previewing import PreviewedAdmin
from apps.editing.models import Batch
from apps.editing.search_trial import FewWordings, trial
from apps.editing.text_form import TextForm
from apps.editing.two_languages import LacksLanguage
from apps.editing.word_lists import TitledChoices, WordList
from apps.guide import addresses, models

DECISIONS = {kind.value: kind for kind in (Batch.Kind.PUBLISH, Batch.Kind.HIDE)}


class EntryForm(TextForm):
    facts = WordList(r"F\d{3}", "F070 F071", known.facts, label=_("facts"))
    event = forms.ChoiceField(choices=known.events, label=_("what the self-check opens with"), required=False)
    steps = TitledChoices(
        known.steps,
        label=_("steps of the self-check"),
        widget=FilteredSelectMultiple(_("steps of the self-check"), False),
    )

    def clean_checked_on(self) -> date:
        day: date = self.cleaned_data["checked_on"]
        known.not_in_the_future(day)
        return day

    def clean_topic(self) -> Any:
        topic = self.cleaned_data["topic"]
        if self.instance.pk and self.instance.published and not topic.published:
            raise ValidationError(_("Readers do not see this topic yet. Publish it first."))
        return topic

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if addresses.taken(self.instance, slug):
            raise ValidationError(_("This address was shared for another entry and still leads there. Choose another."))
        return slug


class Overdue(admin.SimpleListFilter):
    """Finds what has to be looked up again."""

    title = _("still true?")
    parameter_name = "overdue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("1", _("overdue"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(pk__in=[entry.pk for entry in publishing.overdue()]) if self.value() else queryset


class ByTopic(admin.SimpleListFilter):
    """Topics by their titles."""

    title = _("topic")
    parameter_name = "topic"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        return [*models.Topic.objects.values_list("pk", "title_ru")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.value() or ""
        return queryset.filter(topic=int(chosen)) if chosen.isdecimal() else queryset


@admin.register(models.Entry)
class EntryAdmin(LookUpAdmin, PreviewedAdmin):
    form = EntryForm
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
        "event",
    ]
    filter_horizontal = ("sources", "related")
    list_display = ("title_ru", "topic_title", "certainty", "checked_on", "published", "complete_in")
    list_filter = (LacksLanguage, "published", Overdue, FewWordings, ByTopic, "certainty", "most_asked")
    list_select_related = ("topic",)
    actions = ("publish", "hide", "confirm")

    @admin.display(description=_("topic"), ordering="topic__position")
    def topic_title(self, entry: models.Entry) -> str:
        return str(entry.topic.title_ru)

    @admin.action(description=_("Publish"))
    def publish(self, request: HttpRequest, queryset: QuerySet[models.Entry]) -> None:
        self._all(request, queryset, Batch.Kind.PUBLISH)

    @admin.action(description=_("Hide"))
    def hide(self, request: HttpRequest, queryset: QuerySet[models.Entry]) -> None:
        self._all(request, queryset, Batch.Kind.HIDE)

    @admin.action(description=_("Still true? Look the sources up"))
    def confirm(self, request: HttpRequest, queryset: QuerySet[models.Entry]) -> HttpResponse:
        return redirect(self.look_up_address(queryset))

    def set(self, request: HttpRequest, thing: Any, decision: str) -> None:
        self._all(request, [thing], DECISIONS[decision])

    def _all(self, request: HttpRequest, entries: Any, kind: Batch.Kind) -> None:
        batch = batches.of_entries(kind, entries, request.user)
        for line in batch.refused:
            self.message_user(request, line, messages.WARNING)
        if batch.number:
            self.message_user(request, self._told(batch))

    def _told(self, batch: Batch) -> str:
        waits = batch.state == Batch.State.WAITING
        link = _("A second person has to look at so many first") if waits else _("Undo it as one")
        told = (batch, reverse("admin:editing_batch_change", args=[batch.pk]), link)
        return format_html('{}. <a href="{}">{}</a>', *told)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return super().get_actions(request) if roles.may_publish(request.user) else {}

    def get_urls(self) -> list[URLPattern]:
        return [
            path("trial/", self.admin_site.admin_view(self.trial), name="guide_entry_trial"),
            *super().get_urls(),
        ]

    def trial(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return trial(request, {**self.admin_site.each_context(request), "title": _("Try a question")})

    def beside(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        return super().beside(request, obj) | {
            "look_up_url": self.look_up_address([obj]),
            "overdue": publishing.soon(obj) and obj.published,
        }
