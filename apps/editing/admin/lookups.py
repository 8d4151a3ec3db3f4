"""Still true: one answer for each source, after it was looked up; nothing is confirmed in passing."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from apps.editing import batches, in_words, roles, texts
from apps.editing.models import Batch
from apps.editing.typed import AnyModelAdmin
from apps.guide.models import Citing, Entry, Source

MOST = 200  # things


class LookUpAdmin(AnyModelAdmin):
    """The day on which something was checked is never typed once it is there: it comes from looking the sources up."""

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), *(["checked_on"] if obj else [])]

    def get_urls(self) -> list[URLPattern]:
        look_up = self.admin_site.admin_view(self.look_up)
        return [path("look-up/", look_up, name=f"guide_{self.opts.model_name}_look_up"), *super().get_urls()]

    def look_up_address(self, things: Iterable[Citing]) -> str:
        address = reverse(f"admin:guide_{self.opts.model_name}_look_up")
        return f"{address}?things={','.join(str(thing.pk) for thing in things)}"

    def look_up(self, request: HttpRequest) -> HttpResponse:
        """Ask of each source of these things what it says now."""
        if not roles.may_publish(request.user):
            raise PermissionDenied
        wanted = [pk for pk in request.GET.get("things", "").split(",") if pk.isdecimal()][:MOST]
        things = list(self.model.objects.filter(pk__in=wanted).prefetch_related("sources"))
        questions = asked(things)
        found = {name: said for name in questions if (said := request.POST.get(name)) in Batch.Found.values}
        if request.method == "POST" and self._kept(request, things, found):
            return redirect(f"admin:guide_{self.opts.model_name}_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Still true? Look the sources up"),
            "opts": self.opts,
            "questions": [(*question, found.get(question[0], "")) for question in questions.values()],
            "choices": Batch.Found.choices,
        }
        return TemplateResponse(request, "admin/look_up.html", context)

    def _kept(self, request: HttpRequest, things: list[Citing], found: dict[str, str]) -> bool:
        batch = batches.of_look_up(things, found, request.user)
        if not batch.number:
            told = _("None is called still true: of each, every source has to be looked up and still say so.")
            self.message_user(request, told, messages.WARNING)
            return False
        held = {pk for _kind, pk in batches.places(batch)}
        left = [texts.titled(thing) for thing in things if thing.pk not in held]
        if left:
            self.message_user(request, _("These are not called still true: %s") % "; ".join(left), messages.WARNING)
        waits = batch.state == Batch.State.WAITING
        link = _("A second person has to look at so many first") if waits else _("Undo it as one")
        address = reverse("admin:editing_batch_change", args=[batch.pk])
        self.message_user(request, format_html('{}. <a href="{}">{}</a>', batch, address, link))
        return True


def asked(things: Iterable[Citing]) -> dict[str, tuple[str, str, str, list[str]]]:
    """What to look up: its name, what it is called, its address, and the things that rest on it."""
    known = {source.code: source for thing in things for source in thing.sources.all()}
    found: dict[str, tuple[str, str, str, list[str]]] = {}
    for thing in things:
        for name in batches.to_look_up(thing):
            source = known.get(name)
            told = called(source) if source else str(_("Nobody has answered this in public; I looked again"))
            question = found.setdefault(name, (name, told, source.address if source else "", []))
            question[3].append(texts.titled(thing))
    return found


def called(source: Source) -> str:
    return in_words.value(Entry, "cites", [source.code])


def told(found: dict[str, str]) -> list[tuple[str, Any]]:
    """What was looked up and found, as a second person reads it."""
    labels = dict(Batch.Found.choices)
    return [(_named(name), labels[said]) for name, said in found.items()]


def _named(name: str) -> str:
    kind, _sep, pk = name.partition(":")
    return texts.titled(texts.find(kind, int(pk))) if pk else in_words.value(Entry, "cites", [name])
