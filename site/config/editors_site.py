"""The admin asks every member of staff for a second factor."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from two_factor.admin import AdminSiteOTPRequired
from two_factor.utils import default_device


class EditorsSite(AdminSiteOTPRequired):  # type: ignore[misc]  # ships no types
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Whoever has the password but no second factor yet is led to set one up."""
        if AdminSite.has_permission(self, request) and not default_device(request.user):
            return redirect("two_factor:setup")
        response: HttpResponse = super().login(request, extra_context)
        return response

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        from apps.editing import waiting  # not before the models are there

        context = {**(extra_context or {}), "waiting": waiting.on(request.user)}
        response: HttpResponse = super().index(request, context)
        return response
