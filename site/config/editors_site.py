"""The admin asks every member of staff for a second factor."""

from functools import wraps
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from two_factor.admin import AdminSiteOTPRequired
from two_factor.utils import default_device

# Secrets and permissions: they are looked at and changed by nobody.
CLOSED = {"otp_totp", "otp_static", "two_factor", "two_factor_webauthn", "axes", "auth.group"}


def _form_of(request: HttpRequest) -> str:
    """The page of ours from which something was sent."""
    sent_from = urlsplit(request.headers.get("referer", ""))
    ours = sent_from.netloc == request.get_host() and sent_from.path.startswith(reverse("admin:index"))
    return urlunsplit(("", "", sent_from.path, sent_from.query, "")) if ours else ""


class EditorsSite(AdminSiteOTPRequired):  # type: ignore[misc]  # ships no types
    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        models = model_or_iterable if isinstance(model_or_iterable, list | tuple) else [model_or_iterable]
        kept = [model for model in models if not {model._meta.app_label, model._meta.label_lower} & CLOSED]
        super().register(kept, admin_class, **options)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Whoever sends a form after the session has ended comes back to the form, where the browser has kept the text."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def through_the_door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST" and not self.has_permission(request) and (form := _form_of(request)):
                return redirect_to_login(form, reverse("admin:login"))
            answer: HttpResponse = inner(request, *args, **kwargs)
            return answer

        return through_the_door

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Whoever has the password but no second factor yet is led to set one up; who lacks more is told so."""
        if request.user.is_authenticated and not AdminSite.has_permission(self, request):
            return redirect("two_factor:lacking")
        if request.user.is_authenticated and not default_device(request.user):
            return redirect("two_factor:setup")
        response: HttpResponse = super().login(request, extra_context)
        return response

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        from apps.editing import waiting  # not before the models are there

        context = {
            **(extra_context or {}),
            "waiting": waiting.on(request.user),
            "lacking": waiting.lacking(request.user),
        }
        response: HttpResponse = super().index(request, context)
        return response
