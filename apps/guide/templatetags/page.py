"""What every page needs around its content: languages, addresses, labels."""

from typing import Any

from django import template
from django.template import Context
from django.utils import translation
from django.utils.functional import Promise

from apps.guide import languages
from apps.guide.certainty import Certainty

register = template.Library()


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[dict[str, Any]]:
    """Every language under its own name, with this page's address in it."""
    rest = context["request"].path.partition("/")[2].partition("/")[2]
    here = translation.get_language()
    return [
        {"code": code, "name": name, "address": f"/{code}/{rest}", "here": code == here}
        for code, name in languages.OWN_NAMES.items()
    ]


@register.simple_tag(takes_context=True)
def alternates(context: Context) -> list[tuple[str, str]]:
    """The languages that this page really exists in, with its full address in each."""
    request = context["request"]
    available = set(context.get("available") or languages.CODES) & set(languages.with_catalogue())
    rest = request.path.partition("/")[2].partition("/")[2]
    return [(code, request.build_absolute_uri(f"/{code}/{rest}")) for code in languages.CODES if code in available]


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> str:
    request = context["request"]
    return str(request.build_absolute_uri(request.path))


@register.simple_tag
def interface_language() -> str:
    return languages.interface(translation.get_language() or languages.SOURCE)


@register.simple_tag
def russian_for_now() -> str:
    code = translation.get_language() or ""
    return "" if languages.interface(code) == code else languages.RUSSIAN_FOR_NOW.get(code, "")


@register.filter
def certainty_label(value: str) -> str | Promise:
    return Certainty(value).label


@register.filter
def certainty_meaning(value: str) -> str | Promise:
    return Certainty(value).meaning


@register.filter
def is_in(words: Any, code: str) -> bool:
    return bool(words.language == code)


@register.simple_tag
def own_language_name() -> str:
    return str(languages.OWN_NAMES.get(translation.get_language() or languages.SOURCE, ""))


@register.filter
def words(line: str) -> list[str]:
    return line.split()
