"""What gunicorn serves, and runserver: never a site that nobody has set up."""

import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

from django.conf import settings  # noqa: E402  # not before the environment is there

if not settings.SERVABLE:
    raise ImproperlyConfigured(
        "Nothing is set, so nothing is served. On your own machine: make run. To develop: DEBUG=1."
        " For others: DEBUG=0, SECRET_KEY and ALLOWED_HOSTS, see the README."
    )
