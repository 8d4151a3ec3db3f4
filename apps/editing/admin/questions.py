"""What readers have asked and found wrong: a queue by language and likeness, and what has become public of it."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from apps.asking.models import PublicQuestion, Question, WeekOfEntry
from apps.editing import answering, likeness, roles
from apps.editing.model_pages import ReadAdmin
from apps.guide.models import Entry
from apps.translations import languages

AT_ONCE = 200


@admin.register(Question)
class QuestionAdmin(ReadAdmin):
    def get_urls(self) -> list[URLPattern]:
        decide = self.admin_site.admin_view(require_POST(self.decide))
        return [path("decide/", decide, name="asking_question_decide"), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = answering.waiting(request.user).select_related("topic", "entry")
        waiting = [code for code in languages.OWN_NAMES if found.filter(language=code).exists()]
        language = request.GET.get("in", "") if request.GET.get("in") in waiting else next(iter(waiting), "")
        own = found.filter(language=language)
        asked = list(answering.questions(own)[:AT_ONCE])
        context = {
            "title": _("Questions from readers"),
            "language": language,
            "languages": [(code, languages.OWN_NAMES[code], found.filter(language=code).count()) for code in waiting],
            "groups": likeness.grouped(asked, language) if asked else [],
            "reports": own.exclude(pk__in=answering.questions(own))[:AT_ONCE],
            "entries": Entry.objects.published().values_list("slug", "title_ru").order_by("title_ru"),
        }
        return TemplateResponse(request, "admin/questions.html", {**self.admin_site.each_context(request), **context})

    def decide(self, request: HttpRequest) -> HttpResponse:
        """One decision about all that are ticked, each with its own words."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        deed, entry = request.POST.get("deed", ""), Entry.objects.filter(slug=request.POST.get("entry", "")).first()
        ticked = [pk for pk in request.POST.getlist("question") if pk.isdecimal()]
        if deed == answering.IS_ENTRY and not entry or not ticked:
            self.message_user(request, _("Tick the questions, and choose the entry that answers them."), messages.ERROR)
            ticked = []
        for pk in ticked:
            self._one(request, int(pk), deed, entry)
        return redirect(
            reverse("admin:asking_question_changelist") + f"?{urlencode({'in': request.POST.get('in', '')})}"
        )

    def _one(self, request: HttpRequest, pk: int, deed: str, entry: Entry | None) -> None:
        try:
            answering.decide(pk, deed, request.POST.get(f"said-{pk}", ""), entry, request.user)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            self.message_user(request, _("Decided."))


@admin.register(PublicQuestion)
class PublicQuestionAdmin(ReadAdmin):
    list_display = ("text", "language", "day", "answer")
    list_filter = ("language", ("entry", admin.EmptyFieldListFilter))
    list_select_related = ("entry",)
    fields = ("text", "entry")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = admin.ModelAdmin.has_change_permission(self, request, obj)
        return allowed and (obj is None or roles.may_answer(request.user, obj.language))

    @admin.display(description=_("entry"))
    def answer(self, question: PublicQuestion) -> str:
        if question.entry:
            return str(question.entry)
        language = languages.written(question.language)
        known = urlencode({f"asked_{language}": question.text, "translate_to": language})
        return format_html('<a href="{}?{}">{}</a>', reverse("admin:guide_entry_add"), known, _("Write the entry"))

    def save_model(self, request: HttpRequest, obj: PublicQuestion, form: Any, change: bool) -> None:
        obj.text = answering.in_our_words(obj.text) if "text" in form.changed_data else obj.text
        super().save_model(request, obj, form, change)
        if obj.entry and "entry" in form.changed_data:
            answering.answer(obj, obj.entry, request.user)


@admin.register(WeekOfEntry)
class WeekOfEntryAdmin(ReadAdmin):
    """The only statistics there are."""

    list_display = ("entry", "week", "asked", "reported")
    list_filter = ("week",)
    list_select_related = ("entry",)
