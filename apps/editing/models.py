from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.editing import texts
from apps.guide.models import Source
from apps.translations.states import Severity


class Proposal(models.Model):
    """A change of what readers see, in Russian or around it, that waits for a second person."""

    class Decision(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ACCEPTED = "accepted", _("accepted")
        SENT_BACK = "sent-back", _("sent back")
        WITHDRAWN = "withdrawn", _("withdrawn by its author")

    kind = models.CharField(_("kind"), max_length=20)
    object_id = models.PositiveBigIntegerField(_("object"))
    before = models.JSONField(_("before"))
    after = models.JSONField(_("after"))
    severity = models.CharField(_("what the change means"), max_length=10, choices=Severity)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("written anew by")
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    decision = models.CharField(_("decision"), max_length=10, choices=Decision, default=Decision.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("proposed change")
        verbose_name_plural = _("proposed changes")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return texts.titled(texts.find(self.kind, self.object_id))

    @property
    def last_hand(self) -> int:
        """Who wrote it as it now stands."""
        return self.edited_by_id or self.author_id


class Batch(models.Model):
    """Something done to many things in one go, or waiting for a second person to do it."""

    class Kind(models.TextChoices):
        PUBLISH = "publish", _("publish entries")
        HIDE = "hide", _("hide entries")
        CONFIRM = "confirm", _("call entries still true")
        FILE = "file", _("take over a PO file")

    class Found(models.TextChoices):
        """What came of looking a source up."""

        HOLDS = "holds", _("I opened it: it still says so")
        DIFFERS = "differs", _("It says something else now")
        GONE = "gone", _("I could not open it")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for a second person")
        DONE = "done", _("done")
        SENT_BACK = "sent-back", _("sent back")
        UNDONE = "undone", _("undone")

    kind = models.CharField(_("what"), max_length=10, choices=Kind)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    number = models.PositiveIntegerField(_("how many things"), default=0)
    language = models.CharField(_("language"), max_length=5, blank=True)
    things = models.JSONField(_("things"), default=list)
    file = models.TextField(_("PO file"), blank=True)
    found = models.JSONField(_("what was looked up"), default=dict)
    refused = models.JSONField(_("refused"), default=list)
    doubtful = models.JSONField(_("to be looked at"), default=list)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("many things at once")
        verbose_name_plural = _("many things at once")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.number}"

    @property
    def tag(self) -> str:
        """What the history of each thing calls this."""
        return f"batch:{self.pk}"


class LinkCheck(models.Model):
    """What came back when the address of a source was last asked for."""

    source = models.OneToOneField(Source, models.CASCADE, related_name="link_check", verbose_name=_("source"))
    address = models.URLField(_("web address"), max_length=300)
    checked_at = models.DateTimeField(_("checked at"))
    status = models.PositiveSmallIntegerField(_("status"), null=True)
    problem = models.CharField(_("problem"), max_length=200, blank=True)
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0)

    class Meta:
        ordering = ["-failures", "source__code"]
        verbose_name = _("check of a link")
        verbose_name_plural = _("checks of links")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return str(self.source)
