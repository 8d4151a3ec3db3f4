"""The page that gives files out and takes them back."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from apps.editing import po, roles, sheets
from apps.translations import languages

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Upload(forms.Form):
    language = forms.ChoiceField(
        label=_("Language"), choices=[(code, languages.OWN_NAMES[code]) for code in languages.TARGETS]
    )
    file = forms.FileField(label=_("PO file"))


def download(request: HttpRequest, language: str, ending: str) -> HttpResponse:
    if language not in languages.TARGETS or ending not in ("po", "xlsx"):
        raise Http404
    if not request.user.has_perm("translations.view_translationstate"):
        raise PermissionDenied
    body, kind = (
        (po.write(language).encode(), "text/x-gettext-translation")
        if ending == "po"
        else (sheets.write(language), XLSX)
    )
    named = {"Content-Disposition": f'attachment; filename="amina-guide-{language}.{ending}"'}
    return HttpResponse(body, content_type=kind, headers=named)


def exchange(request: HttpRequest, common: dict[str, Any]) -> HttpResponse:
    form = Upload(request.POST or None, request.FILES or None)
    outcome = None
    if request.method == "POST" and form.is_valid():
        if not roles.may_translate(request.user, form.cleaned_data["language"]):
            raise PermissionDenied
        try:
            outcome = po.read(form.cleaned_data["file"].read(), form.cleaned_data["language"], request.user)
        except ValidationError as error:
            form.add_error("file", error)
    own_names = [(code, languages.OWN_NAMES[code]) for code in languages.TARGETS]
    context = {**common, "title": _("Files for translators"), "form": form, "outcome": outcome, "own_names": own_names}
    return TemplateResponse(request, "admin/exchange.html", context)
