from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AminaConfig(AppConfig):
    name = "apps.amina"
    verbose_name = _("Self-check")

    def ready(self) -> None:
        # A broken rulebook stops the start, not the first visitor.
        from apps.amina import current, figures
        from apps.translations import worded

        current.rulebook()
        worded.agree_with(figures.check)
