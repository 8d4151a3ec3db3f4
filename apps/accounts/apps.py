from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Accounts(AppConfig):
    name = "apps.accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        from apps.accounts import noticing, passkeys, sealing

        sealing.seal_the_second_factors()
        noticing.listen()
        passkeys.take_the_place_of_the_packages()
