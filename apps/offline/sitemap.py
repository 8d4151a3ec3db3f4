"""What search engines read: every page in each language that it really has, and where the others are."""

from django.urls import reverse
from django.utils import translation

from apps.offline import public
from apps.offline.public import PublicPage
from apps.translations import languages

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def xml(home: str) -> str:
    """The language chooser at / is nobody's other language: it is not a page."""
    with translation.override(languages.ORIGINAL):
        start = reverse("guide:home")
        known = [(page, page.path().removeprefix(start)) for page in public.pages() if page.in_sitemap]
    return "".join([HEAD, *(_page(page, home, rest) for page, rest in known), "</urlset>\n"])


def _page(page: PublicPage, home: str, rest: str) -> str:
    day = f"<lastmod>{page.changed_on}</lastmod>" if page.changed_on else ""
    others = "".join(_other(f"{home}/{code}/{rest}", code) for code in page.languages)
    return "".join(f"<url><loc>{home}/{code}/{rest}</loc>{day}{others}</url>\n" for code in page.languages)


def _other(address: str, code: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{code}" href="{address}"/>'
