"""What every page needs around its content: languages, addresses, labels."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from apps.guide.certainty import Certainty
from apps.translations import languages
from apps.translations.locales import LOCALES

register = template.Library()

ITEM = '<li><a href="/{code}/{rest}" lang="{code}"\n      hreflang="{code}"{here}>{name}</a></li>\n    '
HERE = ' aria-current="true"'
ALTERNATE = '<link rel="alternate" hreflang="{code}" href="{home}/{code}/{rest}">'


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[dict[str, Any]]:
    """Every language under its own name, with this page's address in it, or the home page where there is no page."""
    rest, here = _rest(context), languages.active()
    return [
        {"code": code, "name": name, "address": f"/{code}/{rest}", "here": code == here}
        for code, name in languages.OWN_NAMES.items()
    ]


@register.simple_tag(takes_context=True)
def language_items(context: Context) -> SafeString:
    """The same as items of a list, which every page has: a template would take its time for each."""
    rest, here = escape(_rest(context)), languages.active()
    found = (
        ITEM.format(code=code, rest=rest, here=HERE if code == here else "", name=name)
        for code, name in languages.OWN_NAMES.items()
    )
    return mark_safe("".join(found))


@register.simple_tag(takes_context=True)
def alternates(context: Context) -> SafeString:
    """The languages that this page really exists in, with its full address in each."""
    available, original = _available(context), languages.ORIGINAL
    home, rest = escape(_address(context["request"], original)).split(f"/{original}/", 1)
    found = (ALTERNATE.format(home=home, code=code, rest=rest) for code in languages.CODES if code in available)
    return mark_safe("\n".join(found))


@register.simple_tag(takes_context=True)
def page_address(context: Context) -> str:
    request = context["request"]
    return str(request.build_absolute_uri(request.path))


@register.simple_tag(takes_context=True)
def page_without_language(context: Context) -> str:
    """The address that leads everybody to this page in their own language."""
    return str(context["request"].build_absolute_uri("/" + _rest(context)))


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> str:
    """A page that stands in for a missing translation is a copy of the Russian one; another script is a copy too."""
    here = languages.active()
    return _address(context["request"], languages.written(languages.shown(here, _available(context))))


@register.simple_tag(takes_context=True)
def russian_page(context: Context) -> str:
    return f"/{languages.ORIGINAL}/" + _rest(context)


@register.simple_tag
def interface_language() -> str:
    return languages.interface(languages.active())


@register.simple_tag
def locale() -> str:
    return LOCALES[languages.interface(languages.active())]


@register.filter
def certainty_label(value: str) -> str | Promise:
    return Certainty(value).label


@register.filter
def certainty_meaning(value: str) -> str | Promise:
    return Certainty(value).meaning


@register.simple_tag
def own_language_name() -> str:
    return str(languages.OWN_NAMES.get(languages.active(), ""))


def _rest(context: Context) -> str:
    """The address without its language; of a page that is not there, the home page's."""
    return "" if context.get("nowhere") else str(context["request"].path).partition("/")[2].partition("/")[2]


def _available(context: Context) -> list[str]:
    """Those of the one thing that a page shows, or of the texts of the self-check."""
    found = context.get("available") or getattr(context.get("phrases"), "available", ())
    return list(found or languages.with_catalogue())


def _address(request: HttpRequest, code: str) -> str:
    rest = request.path.partition("/")[2].partition("/")[2]
    return request.build_absolute_uri(f"/{code}/{rest}")
