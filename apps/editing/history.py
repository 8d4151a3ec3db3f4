from collections.abc import Collection
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from apps.editing import texts, versions
from apps.editing.folded import FoldedSearch
from apps.translations import languages
from apps.translations.states import Severity

EVERY = "all"


class HistoryAdmin(FoldedSearch):
    """The history button shows who changed what; two clicks put a language back, or all of it to a day."""

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        restore, day = self.admin_site.admin_view(self.restore), self.admin_site.admin_view(self.restore_day)
        return [
            path("<int:pk>/history/<int:version>/<str:language>/", restore, name=f"{name}_restore"),
            path("<int:pk>/history/day/", day, name=f"{name}_restore_day"),
            *super().get_urls(),
        ]

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
        mine = versions.restorable(request.user, thing)
        context = {
            "versions": versions.of(thing, request.user, language),
            "language": language,
            "languages": [(code, languages.OWN_NAMES[code]) for code in languages.CODES],
            "restorable": [(code, languages.OWN_NAMES[code]) for code in mine],
        }
        return TemplateResponse(request, "admin/versions.html", self._context(request, thing, context))

    def restore(self, request: HttpRequest, pk: int, version: int, language: str) -> HttpResponse:
        thing: Any = get_object_or_404(self.model, pk=pk)
        record = get_object_or_404(thing.history, pk=version)
        if language not in languages.CODES or not versions.may_restore(request.user, thing, language):
            raise PermissionDenied
        return self._put_back(request, thing, record, [language])

    def restore_day(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One language, or everything that this person may change, as it stood at the end of a day."""
        thing: Any = get_object_or_404(self.model, pk=pk)
        mine, language = versions.restorable(request.user, thing), request.GET.get("language", "")
        codes = mine if language == EVERY else [code for code in mine if code == language]
        if not mine or (language and not codes):
            raise PermissionDenied
        day = _day(request.GET.get("day", ""))
        record = versions.at(thing, day) if day and codes else None
        if day is None or record is None:
            self.message_user(request, _("There is no version of that day."), messages.ERROR)
            return redirect(self._address("history", pk))
        around = language == EVERY and languages.ORIGINAL in codes
        return self._put_back(request, thing, record, codes, f"day:{day.isoformat()}", around)

    def _put_back(
        self, request: HttpRequest, thing: Any, record: Any, codes: Collection[str], tag: str = "", around: bool = False
    ) -> HttpResponse:
        """Show what would change; once that is sent, do it."""
        if request.method == "POST":
            self._restore(request, thing, record, codes, tag, around)
            chosen = next((code for code in codes if code in languages.TARGETS), "")
            return redirect(self._address("change", thing.pk) + (f"?translate_to={chosen}" if chosen else ""))
        context = {
            "record": record,
            "language_names": ", ".join(languages.OWN_NAMES[code] for code in codes),
            "differences": versions.differences(thing, record, codes, around),
            "severities": Severity.choices if languages.ORIGINAL in codes else [],
        }
        return TemplateResponse(request, "admin/restore.html", self._context(request, thing, context))

    def _restore(
        self, request: HttpRequest, thing: Any, record: Any, codes: Collection[str], tag: str, around: bool
    ) -> None:
        try:
            with transaction.atomic():
                severity = request.POST.get("severity", "")
                restored = versions.restore(thing, record, codes, severity, request.user, tag, around)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        except IntegrityError:
            self.message_user(request, _("That version had no Russian text: it cannot come back."), messages.ERROR)
        else:
            waits = _("Your Russian text waits for a publisher; readers still see the old one.")
            self.message_user(request, _("The text is as it was.") if restored else waits)

    def _context(self, request: HttpRequest, thing: Any, context: dict[str, Any]) -> dict[str, Any]:
        addresses = {"change_url": self._address("change", thing.pk), "history_url": self._address("history", thing.pk)}
        common = {"title": texts.titled(thing), "opts": self.opts, "object": texts.titled(thing)}
        return {**self.admin_site.each_context(request), **common, **addresses, **context}

    def _address(self, view: str, pk: int) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{view}", args=[pk])


def _day(typed: str) -> date | None:
    try:
        return parse_date(typed)
    except ValueError:
        return None
