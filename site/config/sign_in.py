"""Where editors sign in: of the package's pages only those that cannot turn the second factor off."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse_lazy
from django.views.generic import RedirectView
from two_factor import views

app_name = "two_factor"


class SetupView(views.SetupView):  # type: ignore[misc]  # ships no types
    """Whoever has a second factor now is led to the codes for the day the phone is lost."""

    success_url = "two_factor:backup_tokens"

    def get_success_url(self) -> str:
        return str(reverse_lazy(self.success_url))


urlpatterns = [
    path("", views.LoginView.as_view(), name="login"),
    path("second-factor/", SetupView.as_view(), name="setup"),
    path("second-factor/picture/", views.QRGeneratorView.as_view(), name="qr"),
    path("backup-codes/", views.BackupTokensView.as_view(), name="backup_tokens"),
    path("texts/", RedirectView.as_view(url=reverse_lazy("admin:index")), name="profile"),
]


def address_of(request: HttpRequest) -> Any:
    """Whose failed attempts are counted: the one the nearest proxy saw, or who connected."""
    from django.conf import settings

    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR")
