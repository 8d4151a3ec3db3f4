from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class SourceKind(models.TextChoices):
    """Whose word a source is, the weightiest first."""

    LAW = "law", _("Law")
    OFFICIAL = "official", _("Officials")
    EMBASSY = "embassy", _("Embassy or foreign ministry")
    RIGHTS_DEFENDER = "rights-defender", _("Rights defenders")
    DIASPORA = "diaspora", _("Diaspora")
    MEDIA = "media", _("Media")
    THIRD_PARTY = "third-party", _("Third party, unconfirmed")

    def whose_word(self, relayed: bool) -> str | Promise:
        return RELAYED.get(self, self.label) if relayed else self.label


AUTHORITIES = (SourceKind.LAW, SourceKind.OFFICIAL)
# The sources that speak for nobody's law stand on pages of their own: all on one would be heavy for a cheap phone.
MORE = {
    "communities": (SourceKind.EMBASSY, SourceKind.RIGHTS_DEFENDER, SourceKind.DIASPORA),
    "others": (SourceKind.MEDIA, SourceKind.THIRD_PARTY),
}

RELAYED = {
    SourceKind.LAW: _("The law, as reported by media"),
    SourceKind.OFFICIAL: _("Officials, as reported by media"),
    SourceKind.EMBASSY: _("Embassy or foreign ministry, as reported by media"),
    SourceKind.RIGHTS_DEFENDER: _("Rights defenders, as reported by media"),
    SourceKind.DIASPORA: _("Diaspora, as reported by media"),
}


class DateNote(models.TextChoices):
    APPROX = "approx", _("about this date")
    UNDATED_AFTER = "undated-after", _("undated, after this date")


class ContactKind(models.TextChoices):
    MIGRATION_CENTRE = "migration-centre", _("Migration centre")
    POLICE = "police", _("Police")
    EMBASSY = "embassy", _("Embassy")
    DIASPORA = "diaspora", _("Diaspora")
    RIGHTS_DEFENDER = "rights-defender", _("Rights defenders")
