from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.guide.models import Entry


class Change(models.Model):
    """A day on which an answer came or changed its meaning. What it says now stands in the entry itself."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="changes", verbose_name=_("entry"))
    day = models.DateField(_("day"))
    new = models.BooleanField(_("new"), default=False)

    class Meta:
        ordering = ["-day", "entry__slug"]
        verbose_name = _("change of an answer")
        verbose_name_plural = _("changes of answers")
        default_permissions = ()
        constraints = [models.UniqueConstraint(name="one_change_a_day", fields=["entry", "day"])]

    def __str__(self) -> str:
        return f"{self.entry} {self.day}"
