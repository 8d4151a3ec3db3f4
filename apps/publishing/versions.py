"""What a version is: the number of the content and the day in Moscow, for one release."""

from apps.amina import current
from apps.publishing.models import ContentVersion


def now() -> str:
    number = ContentVersion.objects.values_list("number", flat=True).first() or 0
    return f"{number} {current.today()}"
