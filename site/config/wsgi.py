"""What gunicorn serves, and runserver: the public site as it is published, and Django behind it."""

import os
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application


def _served() -> Any:
    """Never a site that nobody has set up."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django = get_wsgi_application()

    from django.conf import settings  # none of these before Django is set up

    from apps.publishing import serving

    if not settings.SERVABLE:
        raise ImproperlyConfigured(
            "Nothing is set, so nothing is served. On your own machine: make run. To develop: DEBUG=1."
            " For others: DEBUG=0, SECRET_KEY and ALLOWED_HOSTS, see the README."
        )
    return django if settings.DEBUG else serving.in_front_of(django)


application = _served()
