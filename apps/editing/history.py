from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from apps.editing import versions
from apps.editing.folded import FoldedSearch
from apps.translations import languages
from apps.translations.states import Severity


class HistoryAdmin(FoldedSearch):
    """The history button shows who changed what in which language; two clicks put a language back."""

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_restore"
        restore = self.admin_site.admin_view(self.restore)
        return [path("<int:pk>/history/<int:version>/<str:language>/", restore, name=name), *super().get_urls()]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        thing = self.get_object(request, unquote(object_id))
        if thing is None:
            raise Http404
        if not self.has_view_permission(request, thing):
            raise PermissionDenied
        language = request.GET.get("language", "")
        language = language if language in languages.CODES else ""
        context = {
            "versions": versions.of(thing, language),
            "language": language,
            "languages": [(code, languages.OWN_NAMES[code]) for code in languages.CODES],
        }
        return TemplateResponse(request, "admin/versions.html", self._context(request, thing, context))

    def restore(self, request: HttpRequest, pk: int, version: int, language: str) -> HttpResponse:
        thing: Any = get_object_or_404(self.model, pk=pk)
        record = get_object_or_404(thing.history, pk=version)
        if language not in languages.CODES or not versions.may_restore(request.user, thing, language):
            raise PermissionDenied
        if request.method == "POST":
            self._restore(request, thing, version, language)
            return redirect(self._address("change", pk) + f"?translate_to={language}")
        context = {
            "record": record,
            "language": language,
            "language_name": languages.OWN_NAMES[language],
            "differences": versions.differences(thing, record, language),
            "severities": Severity.choices if language == languages.ORIGINAL else [],
        }
        return TemplateResponse(request, "admin/restore.html", self._context(request, thing, context))

    def _restore(self, request: HttpRequest, thing: Any, version: int, language: str) -> None:
        try:
            with transaction.atomic():
                severity = request.POST.get("severity", "")
                restored = versions.restore(thing, version, language, severity, request.user)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        except IntegrityError:
            self.message_user(request, _("That version had no Russian text: it cannot come back."), messages.ERROR)
        else:
            waits = _("Your Russian text waits for a publisher; readers still see the old one.")
            self.message_user(request, _("The text is as it was.") if restored else waits)

    def _context(self, request: HttpRequest, thing: Any, context: dict[str, Any]) -> dict[str, Any]:
        addresses = {"change_url": self._address("change", thing.pk), "history_url": self._address("history", thing.pk)}
        common = {"title": str(thing), "opts": self.opts, "object": thing}
        return {**self.admin_site.each_context(request), **common, **addresses, **context}

    def _address(self, view: str, pk: int) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{view}", args=[pk])
