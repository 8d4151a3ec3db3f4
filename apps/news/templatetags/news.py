"""The newest changes for pages of rooms that know nothing of them, and how one of them is passed on."""

from datetime import date
from typing import Any

from django import template
from django.template import Context

from apps.handouts import passing, pictures
from apps.handouts.cards import WIDE
from apps.handouts.pictures import Picture
from apps.news import feeds, saying, showing
from apps.translations import languages

register = template.Library()


@register.simple_tag
def newest_changes(most: int) -> list[showing.News]:
    return showing.newest(languages.active(), most)


@register.simple_tag
def changes_since(day: date, most: int) -> dict[str, Any]:
    """All of them, as a text, and in parts that fit into one file."""
    found = showing.newest(languages.active(), None, day)
    parts = [found[at : at + most] for at in range(0, len(found), most)]
    return {
        "all": found,
        "digest": feeds.digest(found),
        "parts": [
            {"all": part, "first": at * most + 1, "last": at * most + len(part)} for at, part in enumerate(parts)
        ],
    }


@register.simple_tag
def card_of_change(news: showing.News) -> Picture:
    return pictures.of(saying.said(news), WIDE.name)


@register.simple_tag(takes_context=True)
def ways_to_pass_on_change(context: Context, news: showing.News) -> dict[str, Any]:
    return passing.ways(context["request"], saying.said(news), saying.text(news))
