"""Asking for the password once more before what lets a person in is changed: a session left open is not enough."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from apps.accounts import sessions

View = Callable[..., HttpResponseBase]
PLACES = ("sessions", "add_passkey", "backup_tokens")  # where one may be led on to


class PasswordForm(forms.Form):
    password = forms.CharField(label=_("Password"), strip=False, widget=forms.PasswordInput)

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_password(self) -> str:
        """Counted with the failures of the door: nobody guesses here either."""
        typed: str = self.cleaned_data["password"]
        if authenticate(self.request, username=self.request.user.get_username(), password=typed) != self.request.user:
            raise ValidationError(_("This is not your password."))
        return typed


def asked_again(place: str) -> Callable[[View], View]:
    """Lead whoever gave the password too long ago to where it is asked for, and from there to this place."""

    def decorated(view: View) -> View:
        @wraps(view)
        def asking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if sessions.is_fresh(request) or (request.method != "POST" and place != "add_passkey"):
                return view(request, *args, **kwargs)
            return redirect(f"{reverse('two_factor:again')}?to={place}")

        return asking

    return decorated


def onwards(request: HttpRequest) -> str:
    wanted = request.GET.get("to", "")
    return f"two_factor:{wanted if wanted in PLACES else PLACES[0]}"
