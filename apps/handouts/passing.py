"""The ways in which a thing is passed on. Full addresses, because a copy of the page elsewhere has none of these files."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from apps.guide import addresses
from apps.handouts import messages, messengers, pictures
from apps.handouts.cards import SQUARE
from apps.handouts.saying import Said

Ways = dict[str, Any]


def ways(request: HttpRequest, said: Said, text: str) -> Ways:
    full = request.build_absolute_uri
    return {
        "picture": full(pictures.of(said, SQUARE.name).path),
        "text": text,
        "share": full(reverse("handouts:share")),
        "messengers": messengers.links(full(request.path), said.title),
    }


def ways_of_entry(request: HttpRequest, said: Said, slug: str) -> Ways:
    full = request.build_absolute_uri
    return {
        **ways(request, said, messages.text([said])),
        "sms": messages.signs_of_sms(said),
        "sheet": full(addresses.of("handouts:sheet", slug)),
        "texts": full(addresses.of("handouts:texts", slug)),
    }
