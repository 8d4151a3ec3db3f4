from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from apps.amina import current
from apps.amina.models import ReCheck
from apps.editing import known, roles
from apps.editing.folded import FoldedSearch
from apps.editing.typed import AnyModelForm


def steps() -> list[tuple[str, str]]:
    """The steps that have a deadline, by what readers call them."""
    found = current.rulebook().steps
    return sorted((step for step in known.steps() if found[step[0]].deadline), key=lambda step: step[1])


class ReCheckForm(AnyModelForm):
    step = forms.ChoiceField(label=_("Which deadline is in doubt?"), choices=steps)

    def clean_step(self) -> str:
        step: str = self.cleaned_data["step"]
        if ReCheck.objects.filter(step=step, lifted_at=None).exists():
            raise forms.ValidationError(_("This deadline is under re-check already."))
        return step


@admin.register(ReCheck)
class ReCheckAdmin(FoldedSearch):
    """One save, and readers of all languages see words in the place of the day."""

    form = ReCheckForm
    fields = ("step", "why")
    list_display = ("title", "since", "by", "lifted_at", "lifted_by")
    list_select_related = ("by", "lifted_by")
    change_form_template = "admin/recheck.html"

    @admin.display(description=_("step of the self-check"))
    def title(self, recheck: ReCheck) -> str:
        return dict(steps()).get(recheck.step, recheck.step)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return roles.may_publish(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.by = request.user
        super().save_model(request, obj, form, change)
        told = _("Readers of all languages see now that this deadline is being checked again.")
        self.message_user(request, told)

    def get_urls(self) -> list[URLPattern]:
        lift = self.admin_site.admin_view(require_POST(self.lift))
        return [path("<int:pk>/lift/", lift, name="amina_recheck_lift"), *super().get_urls()]

    def lift(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not roles.may_publish(request.user):
            raise PermissionDenied
        recheck = get_object_or_404(ReCheck, pk=pk, lifted_at=None)
        recheck.lifted_by, recheck.lifted_at = request.user, timezone.now()  # type: ignore[assignment]
        recheck.save()
        self.message_user(request, _("Readers see the computed day again."), messages.SUCCESS)
        return redirect("admin:amina_recheck_changelist")
