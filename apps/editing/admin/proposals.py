from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from apps.editing import diffs, proposing, roles, texts
from apps.editing.model_pages import BesideAdmin, ReadAdmin
from apps.editing.models import Proposal


@admin.register(Proposal)
class ProposalAdmin(ReadAdmin, BesideAdmin):
    """Changes of public Russian texts that wait for a second person."""

    list_display = ("what", "severity", "author", "made_at", "decision", "decided_by")
    list_filter = ("decision", "severity")
    also = ("author__username",)
    list_select_related = ("author", "decided_by")
    change_form_template = "admin/proposal.html"
    fields = ("severity", "author", "made_at", "decision", "decided_by", "note")

    @admin.display(description=_("text"))
    def what(self, proposal: Proposal) -> str:
        return str(texts.find(proposal.kind, proposal.object_id))

    def get_urls(self) -> list[URLPattern]:
        decide = self.admin_site.admin_view(require_POST(self.decide))
        return [path("<int:pk>/decide/", decide, name="editing_proposal_decide"), *super().get_urls()]

    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            if "accept" in request.POST:
                proposing.accept(pk, request.user)
                self.message_user(request, _("The new text is public now."))
            else:
                proposing.send_back(pk, request.user, request.POST.get("note", "").strip())
                self.message_user(request, _("Sent back to its author."))
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        return redirect("admin:editing_proposal_change", pk)

    def beside(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        thing = texts.find(obj.kind, obj.object_id)
        address = reverse(f"admin:{thing._meta.app_label}_{obj.kind}_change", args=[thing.pk])
        waiting = obj.decision == Proposal.Decision.WAITING
        return {
            "thing": format_html('<a href="{}">{}</a>', address, thing),
            "differences": [(name, diffs.marked(text, obj.after[name])) for name, text in obj.before.items()],
            "may_decide": waiting and roles.may_publish(request.user) and obj.author_id != request.user.pk,
        }
