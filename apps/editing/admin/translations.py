"""One table of texts × languages with the true state of each, and a reviewer's decisions."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from apps.editing import exchange, reviewing, roles, table, texts
from apps.editing.model_pages import ReadAdmin
from apps.translations.models import TranslationState


@admin.register(TranslationState)
class TranslationsAdmin(ReadAdmin):
    def get_urls(self) -> list[URLPattern]:
        review = self.admin_site.admin_view(require_POST(self.review))
        download = self.admin_site.admin_view(exchange.download)
        return [
            path("<str:kind>/<int:pk>/<str:language>/review/", review, name="review"),
            path("exchange/", self.admin_site.admin_view(self.exchange), name="exchange"),
            path("exchange/<str:language>.<str:ending>", download, name="exchange_download"),
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
        return TemplateResponse(request, "admin/translations.html", context)

    def review(self, request: HttpRequest, kind: str, pk: int, language: str) -> HttpResponse:
        try:
            reviewing.review(kind, pk, language, request.user, request.POST)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            self.message_user(request, _("Your review is kept."))
        app = texts.MODELS[kind]._meta.app_label
        return redirect(f"/admin/{app}/{kind}/{pk}/change/?translate_to={language}")
