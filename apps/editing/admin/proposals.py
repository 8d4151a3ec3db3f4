from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from apps.editing import diffs, in_words, previews, proposing, roles, texts
from apps.editing.model_pages import BesideAdmin, ReadAdmin
from apps.editing.models import Proposal
from apps.translations import languages
from apps.translations.states import Severity


@admin.register(Proposal)
class ProposalAdmin(ReadAdmin, BesideAdmin):
    """Changes of what readers see that wait for a second person."""

    list_display = ("what", "severity", "author", "made_at", "decision", "decided_by")
    list_filter = ("decision", "severity")
    also = ("author__username",)
    list_select_related = ("author", "decided_by")
    change_form_template = "admin/proposal.html"
    fields = ("severity", "author", "edited_by", "made_at", "decision", "decided_by", "note")

    @admin.display(description=_("text"))
    def what(self, proposal: Proposal) -> str:
        return str(proposal)

    def get_urls(self) -> list[URLPattern]:
        decide = self.admin_site.admin_view(require_POST(self.decide))
        return [
            path("<int:pk>/decide/", decide, name="editing_proposal_decide"),
            path("<int:pk>/edit/", self.admin_site.admin_view(self.edit), name="editing_proposal_edit"),
            path("<int:pk>/preview/", self.admin_site.admin_view(self.preview), name="editing_proposal_preview"),
            *super().get_urls(),
        ]

    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            self.message_user(request, self._decided(request, pk))
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        return redirect("admin:editing_proposal_change", pk)

    def _decided(self, request: HttpRequest, pk: int) -> Any:
        if "accept" in request.POST:
            proposing.accept(pk, request.user, request.POST.get("severity", ""))
            return _("The new text is public now.")
        if "withdraw" in request.POST:
            proposing.withdraw(pk, request.user)
            return _("Withdrawn. You can let it wait again.")
        if "reopen" in request.POST:
            proposing.reopen(pk, request.user)
            return _("It waits for a second person again.")
        proposing.send_back(pk, request.user, request.POST.get("note", "").strip())
        return _("Sent back to its author.")

    def edit(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The proposed words in fields, before they are public."""
        proposal = get_object_or_404(Proposal, pk=pk)
        if not proposing.may_edit(proposal, request.user):
            raise PermissionDenied
        said, refused = dict(proposing.words(proposal)), ""
        if request.method == "POST":
            said |= {name: request.POST.get(name, "") for name in said}
            try:
                proposing.edit(pk, request.user, said)
                self.message_user(request, _("Kept. Somebody else has to agree with these words."))
                return redirect("admin:editing_proposal_change", pk)
            except ValidationError as error:
                refused = " ".join(error.messages)
        model = texts.MODELS[proposal.kind]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Write it anew"),
            "original": proposal,
            "refused": refused,
            "words": [(name, in_words.field(model, name), text) for name, text in said.items()],
        }
        return TemplateResponse(request, "admin/proposal_edit.html", context)

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page as it would be."""
        proposal = get_object_or_404(Proposal, pk=pk, kind__in=previews.PAGES)
        if not self.has_view_permission(request, proposal):
            raise PermissionDenied
        thing = previews.find(proposal.kind, proposal.object_id, languages.ORIGINAL)
        for name, value in proposing.own(thing, proposal.after).items():
            setattr(thing, name, value)
        return previews.show(request, thing, languages.ORIGINAL)

    def beside(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        thing, user = texts.find(obj.kind, obj.object_id), request.user
        address = reverse(f"admin:{thing._meta.app_label}_{obj.kind}_change", args=[thing.pk])
        decides = proposing.may_decide(obj, user)
        return {
            "thing": format_html('<a href="{}">{}</a>', address, texts.titled(thing)),
            "differences": list(differences(obj)),
            "may_decide": decides,
            "has_page": obj.kind in previews.PAGES,
            "may_send_back": decides and roles.may_publish(user),
            "severities": Severity.choices,
            "may_edit": proposing.may_edit(obj, user),
            "may_withdraw": proposing.may_withdraw(obj, user),
            "may_reopen": proposing.may_reopen(obj, user),
        }


def differences(proposal: Proposal) -> Iterator[tuple[str, Any]]:
    model = texts.MODELS[proposal.kind]
    for name, before in proposal.before.items():
        said = [in_words.value(model, name, value) for value in (before, proposal.after[name])]
        yield in_words.field(model, name), diffs.marked(*said)
