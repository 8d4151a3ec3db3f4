from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Case, Count, Q, Value, When

from apps.guide.kinds import SourceKind
from apps.translations import languages


class PublicQuerySet(models.QuerySet[Any]):
    def published(self) -> Self:
        return self.filter(published=True)


class TopicQuerySet(PublicQuerySet):
    def in_language(self, language: str) -> TopicQuerySet:
        return self.only(*languages.columns(self.model, language, ["title", "summary"]))

    def with_entries(self) -> TopicQuerySet:
        counted = Count("entries", filter=Q(entries__published=True))
        found: TopicQuerySet = self.published().annotate(published_entries=counted).filter(published_entries__gt=0)
        return found


class SourceQuerySet(PublicQuerySet):
    def in_language(self, language: str) -> SourceQuerySet:
        return self.only(*languages.columns(self.model, language, ["publisher", "says"]))

    def best_first(self) -> SourceQuerySet:
        ranks = [When(kind=kind, then=Value(rank)) for rank, kind in enumerate(SourceKind.values)]
        return self.order_by(Case(*ranks), "-date", "code")

    def cited(self) -> SourceQuerySet:
        by_what_is_public = Q(entries__published=True) | Q(contacts__published=True)
        return self.published().filter(by_what_is_public).distinct()

    def of_kinds(self, kinds: Iterable[str]) -> SourceQuerySet:
        return self.filter(kind__in=kinds)


class EntryQuerySet(PublicQuerySet):
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

    def around(self, entry: Any, linked: set[str]) -> EntryQuerySet:
        """Those that an entry links to or is related to; `is_related` tells the latter."""
        is_related = Q(pk__in=entry.related.values("pk"))
        marked = self.annotate(is_related=Case(When(is_related, then=True), default=False))
        found: EntryQuerySet = marked.filter(is_related | Q(slug__in=linked))
        return found


class ContactQuerySet(PublicQuerySet):
    def in_language(self, language: str) -> ContactQuerySet:
        return self.only(*languages.columns(self.model, language, ["name", "note"]))
