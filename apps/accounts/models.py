from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Happening(models.Model):
    """What happened at the door and to whom; never from which address, never what was typed."""

    class Kind(models.TextChoices):
        SIGNED_IN = "signed-in", _("signed in")
        FAILED = "failed", _("did not get in")
        LOCKED_OUT = "locked-out", _("locked out after too many attempts")
        ENROLLED = "enrolled", _("set up a second factor")
        NEW_CODES = "new-codes", _("made new backup codes")
        RESET = "reset", _("second factor removed")
        ENDED = "ended", _("ended other sessions")
        PASSWORD = "password", _("password changed")
        POWER = "power", _("roles or rights changed")

    kind = models.CharField(_("what happened"), max_length=20, choices=Kind)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("to whom")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by whom")
    )
    detail = models.CharField(_("detail"), max_length=200, blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("happening at the door")
        verbose_name_plural = _("the door")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["person", "-at"], name="person_newest")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.person or '?'}"


class ResetRequest(models.Model):
    """An administrator asks to remove a colleague's second factor; a second administrator agrees, or nothing happens."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("whose second factor")
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who asked for it")
    )
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("who agreed")
    )

    class Meta:
        verbose_name = _("request to remove a second factor")
        verbose_name_plural = _("requests to remove a second factor")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.person)
