from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from apps.editing import known, publishing, roles
from apps.editing.history import HistoryAdmin
from apps.editing.search_trial import FewWordings, trial
from apps.editing.text_form import TextForm
from apps.editing.two_languages import LacksLanguage, TwoLanguagesAdmin, target
from apps.editing.word_lists import WordList
from apps.guide import addresses, models, pages
from apps.guide.views import show_entry
from apps.translations import languages

AT_ONCE = 10  # things that one person may publish, hide or confirm with one click


class EntryForm(TextForm):
    facts = WordList(r"F\d{3}", "F070 F071", known.facts, label=_("facts"))
    steps = WordList(r"[a-z0-9_]+", "report_move daily_check", known.steps, label=_("steps of the self-check"))
    event = forms.ChoiceField(choices=known.events, label=_("what the self-check opens with"), required=False)

    def clean_checked_on(self) -> date:
        day: date = self.cleaned_data["checked_on"]
        known.not_in_the_future(day)
        return day

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


@admin.register(models.Entry)
class EntryAdmin(HistoryAdmin, TwoLanguagesAdmin):
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
    list_display = ("title_ru", "topic", "certainty", "checked_on", "published", "complete_in")
    list_filter = (LacksLanguage, "published", Overdue, FewWordings, "topic", "certainty", "most_asked")
    list_select_related = ("topic",)
    search_fields = ("slug", "title_ru", "title_ky", "title_en", "body_ru")
    actions = ("publish", "hide", "confirm")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.published = False  # a second person publishes it
        super().save_model(request, obj, form, change)

    @admin.action(description=_("Publish"))
    def publish(self, request: HttpRequest, queryset: QuerySet[models.Entry]) -> None:
        self._each(request, queryset, self._publish)

    @admin.action(description=_("Hide"))
    def hide(self, request: HttpRequest, queryset: QuerySet[models.Entry]) -> None:
        self._each(request, queryset, self._hide)

    @admin.action(description=_("Still true today, in all languages"))
    def confirm(self, request: HttpRequest, queryset: QuerySet[models.Entry]) -> None:
        self._each(request, queryset, self._confirm)

    def _each(self, request: HttpRequest, entries: Any, do: Callable[[HttpRequest, models.Entry], None]) -> None:
        if not roles.may_publish(request.user):
            raise PermissionDenied
        if len(entries) > AT_ONCE:
            too_many = _("At most %s at once: more than that needs a look at each.") % AT_ONCE
            self.message_user(request, too_many, messages.ERROR)
            return
        for entry in entries:
            do(request, entry)

    def _publish(self, request: HttpRequest, entry: models.Entry) -> None:
        if lacking := publishing.lacks(entry, request.user):
            what = {"entry": entry.title_ru, "lacking": "; ".join(str(part) for part in lacking)}
            self.message_user(request, _("“%(entry)s” stays hidden. It lacks: %(lacking)s.") % what, messages.WARNING)
            return
        publishing.set_published(entry, True, request.user)
        self.message_user(request, _("“%s” is public now.") % entry.title_ru)

    def _hide(self, request: HttpRequest, entry: models.Entry) -> None:
        publishing.set_published(entry, False, request.user)
        self.message_user(request, _("“%s” is hidden now.") % entry.title_ru)

    def _confirm(self, request: HttpRequest, entry: models.Entry) -> None:
        publishing.still_true(entry, request.user)
        self.message_user(request, _("“%s” counts as checked today, in all languages.") % entry.title_ru)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return super().get_actions(request) if roles.may_publish(request.user) else {}

    def get_urls(self) -> list[URLPattern]:
        preview = self.admin_site.admin_view(self.preview)
        decide = self.admin_site.admin_view(require_POST(self.decide))
        return [
            path("trial/", self.admin_site.admin_view(self.trial), name="guide_entry_trial"),
            path("<int:pk>/preview/", preview, name="guide_entry_preview"),
            path("<int:pk>/decide/", decide, name="guide_entry_decide"),
            *super().get_urls(),
        ]

    def trial(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return trial(request, {**self.admin_site.each_context(request), "title": _("Try a question")})

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The public page of an entry, hidden or not, as it is saved or as it stands in the form just sent."""
        entries = pages.with_claims(models.Entry.objects.select_related("topic"), target(request))
        entry = get_object_or_404(entries, pk=pk)
        if not self.has_view_permission(request, entry):
            raise PermissionDenied
        for name in [*self.columns(languages.ORIGINAL), *self.columns(target(request))]:
            setattr(entry, name, request.POST.get(name) or getattr(entry, name))
        entry.languages = languages.filled(entry)
        with translation.override(target(request)):
            return show_entry(request, entry)

    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publish, hide or confirm from the form."""
        if request.POST.get("decision") == "read" and roles.may_write(request.user):
            publishing.have_read(get_object_or_404(models.Entry, pk=pk), request.user)
            self.message_user(request, _("It is written down that you have read these words and agree."))
        chosen = {"publish": self._publish, "hide": self._hide, "confirm": self._confirm}
        if do := chosen.get(request.POST.get("decision", "")):
            self._each(request, [get_object_or_404(models.Entry, pk=pk)], do)
        return redirect("admin:guide_entry_change", pk)

    def beside(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        decide = reverse("admin:guide_entry_decide", args=[obj.pk]) if roles.may_write(request.user) else ""
        return super().beside(request, obj) | {
            "preview_url": reverse("admin:guide_entry_preview", args=[obj.pk]),
            "decide_url": decide,
            "may_publish": roles.may_publish(request.user),
            "overdue": publishing.soon(obj) and obj.published,
        }
