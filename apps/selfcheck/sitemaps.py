from django.urls import reverse

from apps.guide.sitemaps import TranslatedSitemap
from apps.selfcheck import amina


class RuleSitemap(TranslatedSitemap):
    def items(self) -> list[tuple[str, list[str]]]:
        return [("rules", []), ("changes", []), ("flow", []), *(("rule", [id]) for id in amina.rulebook().steps)]

    def location(self, item: tuple[str, list[str]]) -> str:
        name, arguments = item
        return reverse(f"selfcheck:{name}", args=arguments)
