from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, Count, F, OuterRef, Prefetch, Q, Value, When
from django.db.models.functions import Coalesce

from apps.guide import languages
from apps.guide.kinds import OTHERS, SourceKind

if TYPE_CHECKING:
    from apps.guide.models import Contact, Entry, Source, Topic, TranslationState
    from apps.guide.worded import Worded

    TopicBase = models.QuerySet[Topic]
    SourceBase = models.QuerySet[Source]
    EntryBase = models.QuerySet[Entry]
    ContactBase = models.QuerySet[Contact]
    StateBase = models.QuerySet[TranslationState]
else:
    TopicBase = SourceBase = EntryBase = ContactBase = StateBase = models.QuerySet


class TopicQuerySet(TopicBase):
    def in_language(self, language: str) -> TopicQuerySet:
        return self.only(*languages.columns(self.model, language, ["title", "summary"]))

    def with_entries(self) -> TopicQuerySet:
        counted = Count("entries", filter=Q(entries__published=True))
        return self.annotate(published_entries=counted).filter(published_entries__gt=0)


class SourceQuerySet(SourceBase):
    def in_language(self, language: str) -> SourceQuerySet:
        return self.only(*languages.columns(self.model, language, ["publisher", "says"]))

    def best_first(self) -> SourceQuerySet:
        ranks = [When(kind=kind, then=Value(rank)) for rank, kind in enumerate(SourceKind.values)]
        return self.order_by(Case(*ranks), "-date", "code")

    def cited(self) -> SourceQuerySet:
        return self.filter(Q(entries__published=True) | Q(contacts__isnull=False)).distinct()

    def with_a_say(self) -> SourceQuerySet:
        """Laws, authorities, embassies and those who speak for people."""
        return self.exclude(kind__in=OTHERS)

    def others(self) -> SourceQuerySet:
        return self.filter(kind__in=OTHERS)


class EntryQuerySet(EntryBase):
    def published(self) -> EntryQuerySet:
        return self.filter(published=True)

    def most_asked(self) -> EntryQuerySet:
        return self.filter(most_asked=True)

    def newest(self) -> EntryQuerySet:
        return self.order_by(Coalesce(F("changed_on"), F("checked_on")).desc(), "topic__position", "position")

    def in_language(self, language: str) -> EntryQuerySet:
        """With the texts of this language and Russian, and the title of the topic."""
        topic = self.model._meta.get_field("topic").related_model
        return self.select_related("topic").only(
            *languages.columns(self.model, language, ["title", "short_answer", "body"]),
            *(f"topic__{name}" for name in languages.columns(topic, language, ["title"])),
        )

    def titled_in(self, language: str) -> EntryQuerySet:
        """For lists: nothing but the title."""
        return self.only(*languages.columns(self.model, language, ["title"]))

    def summarised_in(self, language: str) -> EntryQuerySet:
        """For lists with the short answer below each title."""
        return self.only(*languages.columns(self.model, language, ["title", "short_answer"]))

    def around(self, entry: Entry, linked: set[str]) -> EntryQuerySet:
        """Those that an entry links to or is related to; `is_related` tells the latter."""
        is_related = Q(pk__in=entry.related.values("pk"))
        return self.annotate(is_related=Case(When(is_related, then=True), default=False)).filter(
            is_related | Q(slug__in=linked)
        )


class ContactQuerySet(ContactBase):
    def in_language(self, language: str) -> ContactQuerySet:
        return self.only(*languages.columns(self.model, language, ["name", "note"]))

    def with_sources(self, sources: SourceQuerySet) -> ContactQuerySet:
        return self.prefetch_related(Prefetch("sources", sources))


class StateQuerySet(StateBase):
    def of(self, thing: Worded) -> StateQuerySet:
        return self.filter(kind=thing._meta.model_name, object_id=thing.pk)

    def beside(self, kind: str, language: str) -> models.Subquery:
        """The claims of each row of a query about things of a kind, in that same query."""
        return models.Subquery(self.filter(kind=kind, object_id=OuterRef("pk"), language=language).values("claims")[:1])
