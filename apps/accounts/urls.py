"""Where editors sign in: of the package's pages only those that cannot turn the second factor off."""

from django.urls import path, reverse_lazy
from django.views.generic import RedirectView

from apps.accounts import views

app_name = "two_factor"

urlpatterns = [
    path("", views.LoginView.as_view(), name="login"),
    path("second-factor/", views.SetupView.as_view(), name="setup"),
    path("second-factor/picture/", views.PictureView.as_view(), name="qr"),
    path("backup-codes/", views.CodesView.as_view(), name="backup_tokens"),
    path("sessions/", views.own_sessions, name="sessions"),
    path("sessions/passkey/", views.add_passkey, name="add_passkey"),
    path("sessions/remove/", views.remove_factor, name="remove_factor"),
    path("again/", views.again, name="again"),
    path("lacking/", views.lacking, name="lacking"),
    path("texts/", RedirectView.as_view(url=reverse_lazy("admin:index")), name="profile"),
]
