"""Every public page, once: the sitemap lists them, a pack holds them, the tests open them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from apps.amina import current
from apps.amina.phrasebook import phrasebook_in
from apps.guide.kinds import MORE
from apps.guide.models import Entry, Topic
from apps.news.showing import listed
from apps.openrules import changing
from apps.translations import languages


@dataclass(frozen=True)
class PublicPage:
    """A page by the name of its address, and the languages it really exists in."""

    name: str
    id: str = ""
    languages: tuple[str, ...] = tuple(languages.with_catalogue())
    changed_on: date | None = None
    in_sitemap: bool = True

    def path(self) -> str:
        """Return its address in the active language."""
        return reverse(self.name, args=[self.id] if self.id else [])


ALONE = [
    PublicPage("guide:home"),
    PublicPage("finding:search", in_sitemap=False),
    PublicPage("guide:contacts"),
    PublicPage("mirrors:days"),
    PublicPage("guide:sources"),
    *(PublicPage("guide:more_sources", group) for group in MORE),
    PublicPage("guide:about"),
    PublicPage("asking:ask"),
    PublicPage("asking:asked"),
    PublicPage("news:changes"),
    PublicPage("news:week"),
    PublicPage("offline:offline", in_sitemap=False),
]


def pages() -> Iterator[PublicPage]:
    yield from ALONE
    told = phrasebook_in(languages.ORIGINAL).available
    for name in ("selfcheck:check", "selfcheck:helper", "openrules:rules", "openrules:changes", "openrules:flow"):
        yield PublicPage(name, languages=told)
    for step in current.rulebook().steps:
        yield PublicPage("openrules:rule", step, told)
    for change in changing.days():
        yield PublicPage("openrules:change", change.id, told, in_sitemap=False)
    for topic in Topic.objects.in_language(languages.ORIGINAL).with_entries():
        yield PublicPage("guide:topic", topic.slug, tuple(topic.languages))
    for entry in Entry.objects.published().titled_in(languages.ORIGINAL).order_by("pk"):
        changed_on = entry.changed_on or entry.checked_on
        yield PublicPage("guide:entry", entry.slug, tuple(entry.languages), changed_on)
    for id, day, codes in listed():
        yield PublicPage("news:change", id, tuple(codes), day)
