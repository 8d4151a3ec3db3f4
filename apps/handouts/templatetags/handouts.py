"""What the head of a page tells messengers and search engines, and the ways in which a page is passed on."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from apps.handouts import linked_data, passing, pictures, saying, short
from apps.handouts.cards import WIDE
from apps.handouts.pictures import Picture
from apps.translations import languages
from apps.translations.worded import InLanguage

register = template.Library()
LONGEST = 160  # signs of a description; messengers and search engines cut it where they like after that


@register.simple_tag
def card_of(worded: InLanguage) -> Picture:
    return pictures.of(saying.of(worded), WIDE.name)


@register.simple_tag
def card_of_the_site() -> Picture:
    return pictures.of(saying.site(languages.interface(languages.active())), WIDE.name)


@register.filter
def described(text: str) -> str:
    """A text cut between two words."""
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0].rstrip(".,;:–— ") + "…"


@register.simple_tag(takes_context=True)
def neutral_address(context: Context, worded: InLanguage) -> str:
    """The full address that leads everybody to their own language."""
    return str(context["request"].build_absolute_uri(short.of(worded.thing)))


@register.simple_tag(takes_context=True)
def ways_to_pass_on(context: Context, worded: InLanguage) -> dict[str, Any]:
    return passing.ways_of_entry(context["request"], saying.of(worded), worded.thing.slug)


@register.simple_tag
def question_as_data(worded: InLanguage) -> SafeString:
    return linked_data.script(linked_data.question(worded))
