from typing import TYPE_CHECKING, Any

from django.contrib.sitemaps import Sitemap

from apps.offline import public
from apps.offline.public import PublicPage

if TYPE_CHECKING:
    Base = Sitemap[PublicPage]
else:  # generic only to the type checker
    Base = Sitemap


class PublicSitemap(Base):
    """Lists an address only in the languages that it really has."""

    i18n = True
    alternates = True
    x_default = False  # the language chooser at / is the default, and it is not a page

    def items(self) -> list[PublicPage]:
        return [page for page in public.pages() if page.in_sitemap]

    def location(self, item: PublicPage) -> str:
        return item.path()

    def lastmod(self, item: PublicPage) -> Any:
        return item.changed_on

    def get_languages_for_item(self, item: PublicPage) -> list[str]:
        return list(item.languages)
