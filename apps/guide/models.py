from datetime import date, timedelta
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models.signals import m2m_changed
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.guide import addresses
from apps.guide.addresses import Addressed
from apps.guide.certainty import Certainty
from apps.guide.kinds import ContactKind, DateNote, SourceKind
from apps.guide.querysets import ContactQuerySet, EntryQuerySet, SourceQuerySet, TopicQuerySet
from apps.translations import partial_dates
from apps.translations.shipped import Shipped
from apps.translations.worded import in_russian

CONFIRM_RULES, CONFIRM_OTHERS = 30, 90  # days


class Topic(Addressed, Shipped):  # type: ignore[django-manager-missing]  # the stubs cannot see managers of translated models
    slug = models.SlugField(_("slug"), unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    title = models.CharField(_("title"), max_length=80)
    summary = models.CharField(_("summary"), max_length=200, blank=True)
    published = models.BooleanField(_("published"), default=True)

    objects = models.Manager.from_queryset(TopicQuerySet)()

    class Meta:
        ordering = ["position", "slug"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [models.CheckConstraint(name="topic_in_russian", condition=in_russian("title"))]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return addresses.of("guide:topic", self.slug)


class Source(Shipped):
    code = models.CharField(_("code"), max_length=20, unique=True, validators=[RegexValidator(r"^[A-Z0-9_]+$")])
    publisher = models.CharField(_("publisher"), max_length=160)
    kind = models.CharField(_("whose word it is"), max_length=20, choices=SourceKind)
    relayed = models.BooleanField(_("read in somebody else's report"), default=False)
    date = models.CharField(_("date"), max_length=10, validators=[partial_dates.validate])
    date_note = models.CharField(_("how exact the date is"), max_length=20, choices=DateNote, blank=True)
    address = models.URLField(_("web address"), max_length=300, blank=True)
    says = models.TextField(_("what it says"), blank=True)
    facts = models.JSONField(_("facts"), default=list, blank=True)
    published = models.BooleanField(_("published"), default=True)

    objects = models.Manager.from_queryset(SourceQuerySet)()

    class Meta:
        ordering = ["code"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [models.CheckConstraint(name="source_in_russian", condition=in_russian("publisher"))]

    def __str__(self) -> str:
        return self.code

    def whose_word(self) -> str | Promise:
        return SourceKind(self.kind).whose_word(self.relayed)


class Citing(models.Model):
    """A thing with sources: it also keeps their codes in a column, for what it was tells the history."""

    cites = models.JSONField(_("sources"), null=True, editable=False)

    class Meta:
        abstract = True


def keep_what_is_cited(instance: Any, action: str, reverse: bool, **_: Any) -> None:
    """After each change of its sources; whoever writes the thing next is the one who changed them."""
    if action.startswith("post_") and not reverse:
        instance.cites = sorted(instance.sources.values_list("code", flat=True))
        type(instance)._default_manager.filter(pk=instance.pk).update(cites=instance.cites)
        newest = instance.history.first()  # a thing is made before its sources are
        if newest and newest.cites is None:
            newest.cites = instance.cites
            newest.save(update_fields=["cites"])


class Entry(Addressed, Citing, Shipped):
    slug = models.SlugField(_("slug"), unique=True)
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="entries", verbose_name=_("topic"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    title = models.CharField(_("title"), max_length=120)
    short_answer = models.TextField(_("short answer"))
    body = models.TextField(_("full answer"))
    asked = models.TextField(_("other ways people ask it, one a line"), blank=True)
    certainty = models.CharField(_("certainty"), max_length=20, choices=Certainty)
    facts = models.JSONField(_("facts"), default=list, blank=True)
    sources = models.ManyToManyField(Source, blank=True, related_name="entries", verbose_name=_("sources"))
    checked_on = models.DateField(_("checked on"))
    changed_on = models.DateField(_("answer changed on"), null=True, blank=True)
    most_asked = models.BooleanField(_("most asked"), default=False)
    related = models.ManyToManyField("self", symmetrical=False, blank=True, verbose_name=_("related entries"))
    steps = models.JSONField(_("steps of the self-check"), default=list, blank=True)
    event = models.CharField(_("what the self-check opens with"), max_length=40, blank=True)
    published = models.BooleanField(_("published"), default=True)

    objects = models.Manager.from_queryset(EntryQuerySet)()
    one_paragraph = ("short_answer",)

    class Meta:
        ordering = ["topic__position", "position", "slug"]
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        constraints = [
            models.CheckConstraint(name="entry_in_russian", condition=in_russian("title", "short_answer", "body")),
        ]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return addresses.of("guide:entry", self.slug)

    def confirm_by(self) -> date:
        """The day by which somebody has to look the sources up again: rules change sooner than the rest."""
        return self.checked_on + timedelta(days=CONFIRM_RULES if self.steps else CONFIRM_OTHERS)


class Contact(Citing, Shipped):
    slug = models.SlugField(_("slug"), unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    kind = models.CharField(_("kind"), max_length=20, choices=ContactKind)
    name = models.CharField(_("name"), max_length=160)
    note = models.TextField(_("note"), blank=True)
    phone = models.CharField(_("phone, as dialled"), max_length=20, blank=True)
    phone_display = models.CharField(_("phone, as shown"), max_length=30, blank=True)
    address_ru = models.CharField(_("street address, in Russian"), max_length=200, blank=True)
    site = models.URLField(_("web site"), blank=True)
    facts = models.JSONField(_("facts"), default=list, blank=True)
    sources = models.ManyToManyField(Source, blank=True, related_name="contacts", verbose_name=_("sources"))
    certainty = models.CharField(_("certainty"), max_length=20, choices=Certainty)
    checked_on = models.DateField(_("checked on"))
    published = models.BooleanField(_("published"), default=True)

    objects = models.Manager.from_queryset(ContactQuerySet)()

    class Meta:
        ordering = ["position", "slug"]
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints = [models.CheckConstraint(name="contact_in_russian", condition=in_russian("name"))]

    def __str__(self) -> str:
        return self.slug


for _model in (Entry, Contact):
    m2m_changed.connect(keep_what_is_cited, sender=_model.sources.through)
