from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.translations.shipped import Shipped
from apps.translations.worded import in_russian


class Phrase(Shipped):
    """A text of the self-check, under the rulebook's id for it."""

    key = models.CharField(_("key"), max_length=120, unique=True, editable=False)
    position = models.PositiveIntegerField(_("position"), default=0, editable=False)
    text = models.TextField(_("text"))

    class Meta:
        ordering = ["position"]
        verbose_name = _("text of the self-check")
        verbose_name_plural = _("texts of the self-check")
        constraints = [models.CheckConstraint(name="phrase_in_russian", condition=in_russian("text"))]

    def __str__(self) -> str:
        return self.key


class ReCheck(models.Model):
    """A deadline that somebody doubts: until it is lifted, readers get words in the place of its day."""

    step = models.CharField(_("step of the self-check"), max_length=80)
    why = models.TextField(_("why, for other editors"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by whom"))
    since = models.DateTimeField(_("since"), auto_now_add=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lifted by")
    )
    lifted_at = models.DateTimeField(_("lifted at"), null=True, blank=True)

    class Meta:
        ordering = ["-since"]
        verbose_name = _("deadline under re-check")
        verbose_name_plural = _("deadlines under re-check")
        default_permissions = ("view", "add")
        constraints = [
            models.UniqueConstraint(name="one_recheck", fields=["step"], condition=models.Q(lifted_at__isnull=True))
        ]

    def __str__(self) -> str:
        return self.step
