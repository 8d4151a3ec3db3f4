"""The admin asks every member of staff for a second factor."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from two_factor.admin import AdminSiteOTPRequired
from two_factor.utils import default_device

# Secrets and permissions: they are looked at and changed by nobody.
CLOSED = {"otp_totp", "otp_static", "two_factor", "two_factor_webauthn", "axes", "auth.group"}


class EditorsSite(AdminSiteOTPRequired):  # type: ignore[misc]  # ships no types
    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        models = model_or_iterable if isinstance(model_or_iterable, list | tuple) else [model_or_iterable]
        kept = [model for model in models if not {model._meta.app_label, model._meta.label_lower} & CLOSED]
        super().register(kept, admin_class, **options)

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
