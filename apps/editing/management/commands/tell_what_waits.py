"""Tell everybody by mail what waits for them, where mail is set up; made to run once a day."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from apps.editing import waiting


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        people = User.objects.filter(is_active=True, is_staff=True).exclude(email="") if settings.EMAIL_HOST else []
        told = sum(map(_tell, people))
        self.stdout.write(f"{told} people were told what waits for them.")


def _tell(person: User) -> bool:
    lines = [f"{what}: {number}\n{settings.SITE_ADDRESS}{where}" for what, number, where in waiting.on(person)]
    if lines:
        person.email_user(_("What waits for you at Amina Guide"), "\n\n".join(lines))
    return bool(lines)
