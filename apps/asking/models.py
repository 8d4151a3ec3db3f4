from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.guide.models import Entry, Topic


class Kind(models.TextChoices):
    """What a reader tells us: what is not there, or what is wrong with an entry."""

    ASKED = "asked", _("a question")
    WRONG = "wrong", _("It is not true")
    UNCLEAR = "unclear", _("I do not understand it")
    LANGUAGE = "language", _("Mistakes in the language")
    BROKEN = "broken", _("Something does not work")


class Decision(models.TextChoices):
    WAITING = "waiting", _("waiting")
    ACCEPTED = "accepted", _("accepted")
    OUT_OF_SCOPE = "out-of-scope", _("out of scope")
    SPAM = "spam", _("spam")


class Question(models.Model):
    """What a reader wrote, and nothing about the reader. The text is forgotten once an editor has decided."""

    code = models.CharField(_("code"), max_length=12, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.ASKED)
    text = models.TextField(_("text"), blank=True)
    language = models.CharField(_("language"), max_length=8)
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("topic"))
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("entry"))
    day = models.DateField(_("day"))
    decision = models.CharField(_("decision"), max_length=12, choices=Decision, default=Decision.WAITING)

    class Meta:
        ordering = ["day", "code"]
        verbose_name = _("question from a reader")
        verbose_name_plural = _("questions from readers")
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return self.code


class PublicQuestion(models.Model):
    """A question that an editor has accepted, in the editor's words; with the entry that answers it, once there is one."""

    code = models.CharField(_("code"), max_length=12, unique=True)
    text = models.CharField(_("in our words"), max_length=300)
    language = models.CharField(_("language"), max_length=8)
    day = models.DateField(_("day"))
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("entry"))

    class Meta:
        ordering = ["-day", "code"]
        verbose_name = _("public question")
        verbose_name_plural = _("public questions")
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return self.text


class WeekOfEntry(models.Model):
    """How often an entry was asked for or found wrong in a week: the only statistics."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="+", verbose_name=_("entry"))
    week = models.DateField(_("week from"))
    asked = models.PositiveIntegerField(_("asked"), default=0)
    reported = models.PositiveIntegerField(_("found wrong"), default=0)

    class Meta:
        ordering = ["-week", "entry__slug"]
        verbose_name = _("week of an entry")
        verbose_name_plural = _("weeks of entries")
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(name="one_week", fields=["entry", "week"])]

    def __str__(self) -> str:
        return f"{self.entry} {self.week}"
