"""Addresses of at most 40 signs that belong to no language: for paper, codes and messages to everybody."""

from typing import Any

from apps.guide.models import Topic

HOME = "/"
KINDS = ("q", "t", "c", "n")
LONGEST = 40


def of(thing: Any) -> str:
    return topic(thing.slug) if isinstance(thing, Topic) else entry(thing.slug)


def entry(slug: str) -> str:
    return f"/q/{slug}"


def topic(slug: str) -> str:
    return f"/t/{slug}"


def change(id: str) -> str:
    """What has changed in an answer on a day."""
    return f"/n/{id}"


def event(id: str) -> str:
    """The self-check with this event chosen."""
    return f"/c/{id}"
