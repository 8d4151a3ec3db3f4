"""What the packages say at the door: named here, so that our catalogues say it in Kyrgyz and Russian, too."""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

SAID_BY_PACKAGES = (
    _("Invalid token. Please make sure you have entered it correctly."),
    _("Please enter your OTP token."),
    _("Entered token is not valid."),
    _("Your session has timed out. Please login again."),
    _("Verification of the token is currently disabled"),
    _("Skip to main content"),
    _("Reset password"),
    _("Raw passwords are not stored, so there is no way to see the user’s password."),
    ngettext_lazy(
        "Verification temporarily disabled because of %(failure_count)d failed attempt, please try again soon.",
        "Verification temporarily disabled because of %(failure_count)d failed attempts, please try again soon.",
        "failure_count",
    ),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
        "min_length",
    ),
)
