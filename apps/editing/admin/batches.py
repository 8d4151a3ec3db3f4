from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from apps.editing import batches, diffs, in_words, po, texts
from apps.editing.admin import lookups
from apps.editing.model_pages import BesideAdmin, ReadAdmin
from apps.editing.models import Batch

SHOWN = 300  # differences on one page


@admin.register(Batch)
class BatchAdmin(ReadAdmin, BesideAdmin):
    """What was done to many things in one go, and what waits for a second person."""

    list_display = ("kind", "number", "language", "author", "made_at", "state", "decided_by")
    list_filter = ("state", "kind")
    also = ("author__username",)
    list_select_related = ("author", "decided_by")
    change_form_template = "admin/batch.html"
    fields = ("kind", "number", "language", "author", "made_at", "state", "decided_by", "decided_at", "note")

    def get_urls(self) -> list[URLPattern]:
        decide = self.admin_site.admin_view(require_POST(self.decide))
        return [path("<int:pk>/decide/", decide, name="editing_batch_decide"), *super().get_urls()]

    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            if "accept" in request.POST:
                batches.accept(pk, request.user)
                self.message_user(request, _("It is done."))
            elif "undo" in request.POST:
                self._undo(request, pk)
            else:
                batches.send_back(pk, request.user, request.POST.get("note", "").strip())
                self.message_user(request, _("Sent back to its author."))
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        return redirect("admin:editing_batch_change", pk)

    def _undo(self, request: HttpRequest, pk: int) -> None:
        number, left = batches.undo(pk, request.user)
        told = ngettext("%(n)s thing is as it was.", "%(n)s things are as they were.", number) % {"n": number}
        self.message_user(request, told)
        if left:
            kept = _("These stay, for somebody changed them since: %s") % ", ".join(left)
            self.message_user(request, kept, messages.WARNING)

    def beside(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        own = obj.state == Batch.State.WAITING and obj.author_id == request.user.pk
        return {
            "names": self._names(obj),
            "found": lookups.told(obj.found),
            "differences": list(_differences(obj)) if obj.file else [],
            "waits": obj.state == Batch.State.WAITING,
            "deciders": batches.deciders(obj),
            "may_decide": batches.may_decide(obj, request.user),
            "may_withdraw": own,
            "may_undo": batches.may_undo(obj, request.user),
        }

    def _names(self, batch: Batch) -> list[str]:
        return [texts.titled(texts.find(kind, pk)) for kind, pk in batches.places(batch)[:SHOWN]]


def _differences(batch: Batch) -> Iterator[tuple[str, Any]]:
    outcome = po.tried(batch.file.encode(), batch.language, batch.author)
    for change in outcome.changes[:SHOWN]:
        model = texts.MODELS[change.place[0]]
        yield f"{change.thing} · {in_words.field(model, change.name)}", diffs.marked(change.before, change.after)
