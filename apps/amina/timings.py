"""The headings under which steps stand, the most pressing first."""

from django.utils.translation import gettext_lazy as _

TIMINGS = {
    "now": _("Do this now"),
    "by_date": _("Do this by a date"),
    "daily": _("Do this every day"),
    "when_it_happens": _("Do this when it happens"),
    "know": _("Good to know"),
}
