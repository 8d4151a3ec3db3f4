from django.urls import reverse

from apps.amina import current
from apps.guide.sitemaps import TranslatedSitemap


class RuleSitemap(TranslatedSitemap):
    def items(self) -> list[tuple[str, list[str]]]:
        return [("rules", []), ("changes", []), ("flow", []), *(("rule", [id]) for id in current.rulebook().steps)]

    def location(self, item: tuple[str, list[str]]) -> str:
        name, arguments = item
        return reverse(f"openrules:{name}", args=arguments)
