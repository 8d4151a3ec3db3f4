"""The newest changes for pages of rooms that know nothing of them."""

from django import template

from apps.news import showing
from apps.translations import languages

register = template.Library()


@register.simple_tag
def newest_changes(most: int) -> list[showing.News]:
    return showing.newest(languages.active(), most)
