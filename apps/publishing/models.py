from django.db import models
from django.utils.translation import gettext_lazy as _


class ContentVersion(models.Model):
    """One row: the database itself raises the number whenever something changes that readers can see."""

    number = models.PositiveBigIntegerField(_("number"), default=0)
    raised_by = models.BigIntegerField(
        null=True, editable=False
    )  # the transaction, so that each raises it once; by chance in SQLite

    class Meta:
        verbose_name = _("version of the content")
        verbose_name_plural = _("versions of the content")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.number)


class Delivery(models.Model):
    """One row: which first content this database was given last, so that the same is not gone through again."""

    digest = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.digest
