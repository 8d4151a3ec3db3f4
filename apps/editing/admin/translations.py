"""One table of texts × languages with the true state of each, and a reviewer's decisions."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from apps.editing import exchange, glance, queue, reviewing, roles, table, texts
from apps.editing.model_pages import ReadAdmin
from apps.translations import languages
from apps.translations.models import TranslationState


def _tasks(user: Any, language: str) -> tuple[bool, bool]:
    return roles.may_translate(user, language), roles.may_review(user, language)


@admin.register(TranslationState)
class TranslationsAdmin(ReadAdmin):
    def get_urls(self) -> list[URLPattern]:
        review = self.admin_site.admin_view(require_POST(self.review))
        download = self.admin_site.admin_view(exchange.download)
        return [
            path("<str:kind>/<int:pk>/<str:language>/review/", review, name="review"),
            path("exchange/", self.admin_site.admin_view(self.exchange), name="exchange"),
            path("exchange/<str:language>.<str:ending>", download, name="exchange_download"),
            path("one-by-one/<str:task>/<str:language>/", self.admin_site.admin_view(self.start), name="queue"),
            path("at-a-glance/<str:language>/", self.admin_site.admin_view(self.at_a_glance), name="glance"),
            *super().get_urls(),
        ]

    def exchange(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return exchange.upload(request, self.admin_site.each_context(request))

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        wanted = table.Wanted.read(request.GET, roles.own_languages(request.user))
        context = {**self.admin_site.each_context(request), "title": _("Translations"), **table.context(wanted)}
        context["work"] = [(code, languages.OWN_NAMES[code], *_tasks(request.user, code)) for code in languages.TARGETS]
        return TemplateResponse(request, "admin/translations.html", context)

    def review(self, request: HttpRequest, kind: str, pk: int, language: str) -> HttpResponse:
        try:
            reviewing.review(kind, pk, language, request.user, request.POST)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            self.message_user(request, _("Your review is kept."))
            if onwards := queue.onwards(request, texts.find(kind, pk), language):
                return redirect(onwards)
        app = texts.MODELS[kind]._meta.app_label
        return redirect(f"/admin/{app}/{kind}/{pk}/change/?translate_to={language}")

    def start(self, request: HttpRequest, task: str, language: str) -> HttpResponse:
        """Open the first text that waits for this person."""
        if not self.has_view_permission(request) or task not in queue.TASKS:
            raise PermissionDenied
        back = request.GET.get("back", "")
        if places := queue.waiting(request.user, language, task):
            return redirect(queue.address(places[0], language, task, back))
        self.message_user(request, _("Nothing of this waits for you."))
        return redirect(queue.home(back))

    def at_a_glance(self, request: HttpRequest, language: str) -> HttpResponse:
        """Short texts in a list: each is ticked by somebody who has read it, then all ticked ones are kept."""
        if not roles.may_review(request.user, language):
            raise PermissionDenied
        if request.method == "POST":
            self._accept(request, language)
            return redirect(f"{request.path}?after={request.POST.get('last', '')}")
        found = queue.short(queue.waiting(request.user, language, queue.REVIEW), language)
        context = {
            **self.admin_site.each_context(request),
            **glance.page(found, language, request.GET.get("after", "")),
        }
        return TemplateResponse(request, "admin/glance.html", {**context, "title": _("Short texts to review")})

    def _accept(self, request: HttpRequest, language: str) -> None:
        kept = 0
        for sign in request.POST.getlist("accept"):
            kind, _sep, rest = sign.partition(":")
            pk, _sep, text = rest.partition(":")
            try:
                reviewing.review(kind, int(pk) if pk.isdecimal() else 0, language, request.user, {"text": text})
                kept += 1
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)
        told = ngettext("%(n)s text is reviewed.", "%(n)s texts are reviewed.", kept) % {"n": kept}
        self.message_user(request, told)
