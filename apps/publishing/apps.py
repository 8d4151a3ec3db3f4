from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PublishingConfig(AppConfig):
    name = "apps.publishing"

    def ready(self) -> None:
        post_migrate.connect(_install, sender=self)


def _install(using: str, **kwargs: Any) -> None:
    from apps.publishing import triggers  # not before the models are there

    triggers.install(using)
