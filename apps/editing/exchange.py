"""The pages that give files out and take them back."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from apps.editing import batches, po, sheets
from apps.editing.models import Batch
from apps.translations import languages

ENDINGS: dict[str, tuple[Callable[[str], str | bytes], str]] = {
    "po": (po.write, "text/x-gettext-translation"),
    "xlsx": (sheets.write, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


class Upload(forms.Form):
    file = forms.FileField(label=_("PO file"))
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[("", _("as the file says")), *((code, languages.OWN_NAMES[code]) for code in languages.TARGETS)],
        required=False,
    )


def download(request: HttpRequest, language: str, ending: str) -> HttpResponse:
    if language not in languages.TARGETS or ending not in ENDINGS:
        raise Http404
    if not request.user.has_perm("translations.view_translationstate"):
        raise PermissionDenied
    write, kind = ENDINGS[ending]
    named = {"Content-Disposition": f'attachment; filename="amina-guide-{language}.{ending}"'}
    return HttpResponse(write(language), content_type=kind, headers=named)


def upload(request: HttpRequest, common: dict[str, Any]) -> HttpResponse:
    form = Upload(request.POST or None, request.FILES or None)
    batch = _taken(form, request.user) if request.method == "POST" and form.is_valid() else None
    own_names = [(code, languages.OWN_NAMES[code]) for code in languages.TARGETS]
    context = {**common, "title": _("Files for translators"), "form": form, "batch": batch, "own_names": own_names}
    context["deciders"] = batches.deciders(batch) if batch and batch.state == Batch.State.WAITING else []
    return TemplateResponse(request, "admin/exchange.html", context)


def _taken(form: Upload, user: Any) -> Batch | None:
    """Take the file over or let it wait; what is wrong with the whole of it is said beside its field."""
    content = form.cleaned_data["file"].read()
    language = form.cleaned_data["language"] or po.language_of(content)
    if not language:
        form.add_error("language", _("The file does not say its language. Choose it."))
        return None
    try:
        return batches.of_file(content, language, user)
    except ValidationError as error:
        form.add_error("file", error)
        return None
