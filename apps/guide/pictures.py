"""Drawings beside an answer; what each shows is said in words below it, for everybody."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Picture:
    file: str
    height: int  # at a width of 320
    shows: Promise


WEEK = Picture(
    "pictures/week.svg",
    104,
    _(
        "The last signal was on Thursday. Above, the safe count: Friday to Sunday. "
        "Below, working days: Friday, Monday, Tuesday; from Wednesday you can be struck off."
    ),
)
CARD = Picture(
    "pictures/card.svg",
    150,
    _("The card in outline, not a photo: a QR code, and as reported two letters and seven digits on the front."),
)
RECOVERY = Picture(
    "pictures/recovery.svg", 90, _("The phone is lost: take another phone, log in with the card, switch location on.")
)
SETTING = Picture(
    "pictures/setting.svg",
    90,
    _("Usually here: settings, the list of apps, Amina, location, on. Phones name these places differently."),
)
PAPERS = Picture(
    "pictures/papers.svg", 90, _("Have with you: passport, card, patent or contract, and Amina on the phone.")
)
TWO_PLACES = Picture(
    "pictures/two-places.svg",
    100,
    _("Two places are called Sakharovo: the migration centre, which you need, and the centre where people are held."),
)

BESIDE = {
    "days-without-signal": WEEK,
    "missed-the-day": WEEK,
    "card": CARD,
    "phone-lost": RECOVERY,
    "app-permissions": SETTING,
    "police-check": PAPERS,
    "first-visit": TWO_PLACES,
}
