"""Passkeys beside one-time codes: a key in a phone, a computer or a stick that answers a question of this site."""

import ipaddress
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from two_factor.forms import AuthenticationTokenForm
from two_factor.plugins.registry import registry
from two_factor.plugins.webauthn import utils
from two_factor.plugins.webauthn.forms import DefaultWebauthnEntitiesFormMixin
from two_factor.plugins.webauthn.method import WebAuthnMethod
from two_factor.plugins.webauthn.models import WebauthnDevice
from webauthn.helpers import parse_authentication_credential_json

NOT_GIVEN = _("The passkey was not given, or it is not one of this account. Try again.")


def possible(request: HttpRequest) -> bool:
    """Say whether browsers use passkeys here: over HTTPS or on this machine, and never where the host is an address."""
    host = request.get_host().rpartition(":")[0] or request.get_host()
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return request.is_secure() or host == "localhost"
    return False


@contextmanager
def refusing() -> Iterator[None]:
    """Refuse what is no true answer, also where it is so forged that it breaks the libraries that read it."""
    try:
        yield
    except Exception as error:
        raise forms.ValidationError(NOT_GIVEN, code="invalid_token") from error


class Asking(DefaultWebauthnEntitiesFormMixin):  # type: ignore[misc]  # ships no types
    """A question whose answer counts once and in this session only."""

    request: HttpRequest

    def ask(self) -> str:
        options, self.request.session["passkey_question"] = self.question()
        return str(options)

    def asked(self) -> str:
        question = self.request.session.pop("passkey_question", None)
        if not question:
            raise forms.ValidationError(NOT_GIVEN, code="invalid_token")
        return str(question)

    def question(self) -> tuple[str, str]:
        raise NotImplementedError

    def handles(self, person: Any) -> Any:
        return WebauthnDevice.objects.filter(user=person).values_list("key_handle", flat=True)


class ProofForm(Asking, AuthenticationTokenForm):  # type: ignore[misc]
    otp_token = forms.CharField(widget=forms.HiddenInput, required=False)
    otp_error_messages = {**AuthenticationTokenForm.otp_error_messages, "token_required": NOT_GIVEN}

    def __init__(self, user: Any, initial_device: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(user, initial_device, **kwargs)
        self.request = request

    def question(self) -> tuple[str, str]:
        found: tuple[str, str] = utils.make_credential_request_options(self.webauthn_rp, self.handles(self.user))
        return found

    def _chosen_device(self, user: Any) -> Any:
        return self.initial_device

    def _verify_token(self, user: Any, token: str, device: Any = None) -> Any:
        question = self.asked()
        with refusing():
            handle = parse_authentication_credential_json(token).id
            given = WebauthnDevice.objects.select_for_update().get(user=user, key_handle=handle)
            given.sign_count = utils.verify_authentication_response(
                given.public_key, given.sign_count, self.webauthn_rp, self.webauthn_origin, question, token
            )
        given.last_used_at = timezone.now()
        given.save()
        return given


class NewPasskeyForm(Asking, forms.Form):
    token = forms.CharField(widget=forms.HiddenInput, required=False)
    idempotent = False  # for the wizard: its question is asked once

    def __init__(self, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.request = request

    def question(self) -> tuple[str, str]:
        found: tuple[str, str] = utils.make_credential_creation_options(
            self.webauthn_user, self.webauthn_rp, self.handles(self.request.user)
        )
        return found

    def clean(self) -> dict[str, Any]:
        question = self.asked()
        with refusing():
            key, handle, count = utils.verify_registration_response(
                self.webauthn_rp.id, self.webauthn_origin, question, self.cleaned_data["token"]
            )
        if WebauthnDevice.objects.filter(key_handle=handle).exists():
            raise forms.ValidationError(NOT_GIVEN, code="invalid_token")
        return {"public_key": key, "key_handle": handle, "sign_count": count}

    def save(self) -> None:
        """Keep it beside the factor that is asked for first."""
        WebauthnDevice.objects.create(user=self.request.user, name="another", **self.cleaned_data)


class PasskeyMethod(WebAuthnMethod):  # type: ignore[misc]
    """The package's, with forms whose scripts are files and whose questions can be asked again."""

    def get_setup_forms(self, *args: Any) -> dict[str, Any]:
        return {self.code: NewPasskeyForm}

    def get_token_form_class(self) -> Any:
        return ProofForm

    def get_device_from_setup_data(self, request: HttpRequest, setup_data: Any, **kwargs: Any) -> Any:
        kept = setup_data.get(self.code)
        return kept and WebauthnDevice(user=request.user, name="default", **kept)


def take_the_place_of_the_packages() -> None:
    registry.unregister(PasskeyMethod.code)
    registry.register(PasskeyMethod())
