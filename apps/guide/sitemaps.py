from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from apps.guide import models
from apps.translations import languages

if TYPE_CHECKING:
    AnySitemap = Sitemap[Any]
else:  # generic only to the type checker
    AnySitemap = Sitemap


class TranslatedSitemap(AnySitemap):
    """Lists an address only in the languages that it really has."""

    i18n = True
    alternates = True
    x_default = False  # the language chooser at / is the default, and it is not a page

    def get_languages_for_item(self, item: Any) -> list[str]:
        return languages.with_catalogue()


class PageSitemap(TranslatedSitemap):
    def items(self) -> list[str]:
        return [
            "guide:home",
            "selfcheck:check",
            "guide:contacts",
            "guide:sources",
            "guide:other_sources",
            "guide:about",
        ]

    def location(self, item: str) -> str:
        return reverse(item)


class TopicSitemap(TranslatedSitemap):
    def items(self) -> Iterable[models.Topic]:
        return models.Topic.objects.in_language(languages.ORIGINAL).with_entries()

    def get_languages_for_item(self, item: models.Topic) -> list[str]:
        return list(item.languages)


class EntrySitemap(TranslatedSitemap):
    def items(self) -> Iterable[models.Entry]:
        return models.Entry.objects.published().titled_in(languages.ORIGINAL).order_by("pk")

    def lastmod(self, item: models.Entry) -> Any:
        return item.changed_on or item.checked_on

    def get_languages_for_item(self, item: models.Entry) -> list[str]:
        return list(item.languages)


SITEMAPS = {"pages": PageSitemap, "topics": TopicSitemap, "entries": EntrySitemap}
