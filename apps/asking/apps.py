from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AskingConfig(AppConfig):
    name = "apps.asking"
    verbose_name = _("Questions from readers")
