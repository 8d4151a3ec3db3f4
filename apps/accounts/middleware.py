from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from apps.accounts import sessions


def end_after_half_a_day(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A stolen session ends twelve hours after its sign-in, however often it is used."""

    def middleware(request: HttpRequest) -> HttpResponse:
        # Visitors have no session: nothing is read for them.
        if request.session.session_key and request.user.is_authenticated and sessions.too_long(request):
            logout(request)
            messages.info(request, _("You signed in more than twelve hours ago. Please sign in again."))
        return get_response(request)

    return middleware
