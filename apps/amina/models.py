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
