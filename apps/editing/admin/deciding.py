"""What may be done about a thing from its form: publish, hide, agree, withdraw one translation."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from apps.editing import publishing, roles
from apps.editing.history import HistoryAdmin
from apps.editing.two_languages import TwoLanguagesAdmin, target
from apps.translations import languages
from apps.translations.writing import held


class DecidedAdmin(HistoryAdmin, TwoLanguagesAdmin):
    """What is new stays hidden until a second person has looked; each language can be withdrawn for itself."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.published = False  # a second person publishes it
        super().save_model(request, obj, form, change)

    def get_urls(self) -> list[URLPattern]:
        decide = self.admin_site.admin_view(require_POST(self.decide))
        return [path("<int:pk>/decide/", decide, name=self._named("decide")), *super().get_urls()]

    @transaction.atomic
    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        thing = get_object_or_404(held(self.model.objects.all()), pk=pk)
        decision, language = request.POST.get("decision", ""), request.POST.get("language", "")
        if decision in ("withdraw", "give_back"):
            self._withhold(request, thing, language, decision)
        elif not roles.may_write(request.user) or not hasattr(thing, "published"):
            raise PermissionDenied
        elif decision == "read":
            publishing.have_read(thing, request.user)
            self.message_user(request, _("It is written down that you have read these words and agree."))
        elif decision in ("publish", "hide"):
            self.set(request, thing, decision)
        return redirect(f"admin:{self._named('change')}", pk)

    def set(self, request: HttpRequest, thing: Any, decision: str) -> None:
        """Publish or hide, where nothing speaks against it."""
        if not roles.may_publish(request.user):
            raise PermissionDenied
        lacking = publishing.lacks(thing, request.user) if decision == "publish" else []
        held_up = publishing.holds(thing) if decision == "hide" else []
        if lacking:
            told = _("It stays hidden. It lacks: %s.") % "; ".join(map(str, lacking))
        elif held_up:
            told = _("It cannot be hidden: these rest on it. %s") % "; ".join(held_up)
        else:
            publishing.set_published(thing, decision == "publish", request.user)
            told = str(_("Readers see it now.") if thing.published else _("Readers do not see it any more."))
        self.message_user(request, told, messages.WARNING if lacking or held_up else messages.SUCCESS)

    def _withhold(self, request: HttpRequest, thing: Any, language: str, decision: str) -> None:
        if language not in languages.TARGETS or not may_withhold(request.user, language):
            raise PermissionDenied
        if decision == "withdraw":
            publishing.withhold(thing, language, request.user)
            self.message_user(request, _("Readers of this language see the Russian text now."))
        else:
            publishing.give_back(thing, language, request.user)
            self.message_user(request, _("Readers see the translation again."))

    def beside(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        user, language = request.user, target(request)
        decides = roles.may_write(user) or may_withhold(user, language)
        return super().beside(request, obj) | {
            "decide_url": reverse(f"admin:{self._named('decide')}", args=[obj.pk]) if decides else "",
            "may_publish": roles.may_publish(user) and hasattr(obj, "published"),
            "may_agree": roles.may_write(user) and not getattr(obj, "published", True),
            "may_withhold": may_withhold(user, language) and language in obj.hashes,
            "withheld": language in obj.withheld,
        }

    def _named(self, view: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{view}"


def may_withhold(user: Any, language: str) -> bool:
    """A publisher, or whoever judges that language: what readers see becomes less, never something unread."""
    return roles.may_publish(user) or roles.may_review(user, language)
