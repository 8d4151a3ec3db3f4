from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "apps.news"
    verbose_name = _("What has changed")

    def ready(self) -> None:
        from apps.guide.models import Entry  # not before the models are there
        from apps.handouts.kinds import KINDS, Kind
        from apps.news import noticing, saying
        from apps.translations.worded import saved

        saved.connect(noticing.notice, sender=Entry)
        KINDS[saying.KIND] = Kind(saying.one, saying.every)
