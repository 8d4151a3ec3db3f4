"""The door: the package's wizard for signing in and enrolling, without its ways around the second factor."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe
from django_otp.decorators import otp_required
from django_otp.plugins.otp_static.models import StaticToken
from two_factor import views
from two_factor.plugins.registry import registry
from two_factor.utils import default_device

from apps.accounts import factors, noticing, passkeys, proving, sessions, telling
from apps.accounts.models import Happening


class OnlyWithout:
    """Pages for setting up a second factor: whoever has one, gave it or not, is led away from every one of them."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.user.is_authenticated and default_device(request.user):
            return redirect("two_factor:profile")
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class Asking:
    """Steps at which a passkey is asked for say so to the page."""

    def get_context_data(self, form: Any, **kwargs: Any) -> Any:
        context = super().get_context_data(form, **kwargs)  # type: ignore[misc]
        return {**context, "question": form.ask()} if isinstance(form, passkeys.Asking) else context


class LoginView(Asking, views.LoginView):  # type: ignore[misc]  # ships no types
    def render(self, form: Any = None, **kwargs: Any) -> Any:
        if form is not None and form.is_bound and form.errors and self.steps.current != self.AUTH_STEP:
            noticing.note(Happening.Kind.FAILED, self.get_user() or None)
        return super().render(form, **kwargs)

    def done(self, *args: Any, **kwargs: Any) -> Any:
        response = super().done(*args, **kwargs)
        telling.what_happened_since(self.request)
        return response


class SetupView(OnlyWithout, Asking, views.SetupView):  # type: ignore[misc]
    """Whoever has a second factor now is led to the codes for the day the phone is lost."""

    success_url = "two_factor:backup_tokens"

    def get_success_url(self) -> str:
        return str(reverse_lazy(self.success_url))

    def get_available_methods(self) -> Any:
        usable = passkeys.possible(self.request)
        return [m for m in registry.get_methods() if usable or m.code != passkeys.PasskeyMethod.code]

    @transaction.atomic
    def done(self, *args: Any, **kwargs: Any) -> Any:
        person = User.objects.select_for_update().get(pk=self.request.user.pk)
        if default_device(person):
            return redirect("two_factor:profile")
        response = super().done(*args, **kwargs)
        factors.added(self.request)
        return response


class PictureView(OnlyWithout, views.QRGeneratorView):  # type: ignore[misc]
    pass


@method_decorator(proving.asked_again("backup_tokens"), name="dispatch")
class CodesView(views.BackupTokensView):  # type: ignore[misc]
    """Codes are shown once, in the answer that makes them: the database keeps only their hashes."""

    def form_valid(self, form: Any) -> Any:
        codes = [StaticToken.random_token() for _number in range(self.number_of_tokens)]
        with transaction.atomic():
            kept = self.get_device().token_set
            kept.all().delete()
            for code in codes:
                kept.create(token=code)
        noticing.note(Happening.Kind.NEW_CODES, self.request.user)
        telling.tell(self.request.user, _("New backup codes were made for your account."))
        return self.render_to_response(self.get_context_data(form=form, codes=codes))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@otp_required  # type: ignore[untyped-decorator]
@proving.asked_again("sessions")
def own_sessions(request: HttpRequest) -> HttpResponse:
    person, this = request.user, request.session.session_key
    assert isinstance(person, User)
    if request.method == "POST":
        ended = sessions.end_others(person, this)
        noticing.note(Happening.Kind.ENDED, person, detail=str(ended))
        messages.success(request, _("All other sessions have ended."))
        return redirect("two_factor:sessions")
    context = {
        "sessions": sessions.of(person, this),
        "factors": factors.of(person),
        "passkeys_possible": passkeys.possible(request),
        "happenings": Happening.objects.filter(person=person)[:20],
    }
    return render(request, "two_factor/sessions.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@otp_required  # type: ignore[untyped-decorator]
@proving.asked_again("add_passkey")
def add_passkey(request: HttpRequest) -> HttpResponse:
    form = passkeys.NewPasskeyForm(request, data=request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        form.save()
        factors.added(request)
        return redirect("two_factor:sessions")
    return render(request, "two_factor/add_passkey.html", {"form": form, "question": form.ask()})


@require_http_methods(["POST"])
@otp_required  # type: ignore[untyped-decorator]
@proving.asked_again("sessions")
def remove_factor(request: HttpRequest) -> HttpResponse:
    factors.remove(request, request.POST.get("factor", ""))
    return redirect("two_factor:sessions")


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
@otp_required  # type: ignore[untyped-decorator]
def again(request: HttpRequest) -> HttpResponse:
    """The password once more, before anything that lets this person in is changed."""
    form = proving.PasswordForm(request, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        sessions.proved(request)
        messages.info(request, _("Thank you. Now press the button once more."))
        return redirect(proving.onwards(request))
    return render(request, "two_factor/again.html", {"form": form})


@never_cache
@require_safe
@login_required
def lacking(request: HttpRequest) -> HttpResponse:
    """What an account still needs before it opens anything."""
    return render(request, "two_factor/lacking.html", status=403)
