from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Certainty(models.TextChoices):
    OFFICIAL = "official", _("Official")
    REPORTED = "reported", _("Reported")
    SOURCES_DIFFER = "sources-differ", _("Sources differ")
    NO_PUBLIC_ANSWER = "no-public-answer", _("No public answer")

    @property
    def meaning(self) -> Promise:
        return MEANINGS[self]


MEANINGS = {
    Certainty.OFFICIAL: _("The law or the authorities say so, in their own words or as quoted by the media."),
    Certainty.REPORTED: _("Media or experts say so. We found no official confirmation."),
    Certainty.SOURCES_DIFFER: _("The sources say different things. We give the safest advice first, then the rest."),
    Certainty.NO_PUBLIC_ANSWER: _("We looked and found no public answer. Ask the migration centre."),
}
