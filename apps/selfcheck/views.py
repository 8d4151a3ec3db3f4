from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from apps.selfcheck import amina, answering, interview, pages
from apps.selfcheck.answering import Form
from apps.selfcheck.words import words_in


# Nothing is stored or changed, so there is nothing to forge; and a CSRF token would need a cookie.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    form = answering.submitted(amina.rulebook(), request.POST, amina.today())
    words = words_in(translation.get_language() or "ru")
    standing = _reopened(request, form) or interview.replay(amina.rulebook(), form.given, amina.today())
    if standing.finished or ("finish" in request.POST and not form.wrong_dates):
        return render(request, "selfcheck/result.html", pages.result(standing, form, words))
    return render(request, "selfcheck/question.html", pages.question(standing, form, words))


def _reopened(request: HttpRequest, form: Form) -> interview.Standing | None:
    """The screen that the reader asked to change or that was sent with a mistake."""
    broken = form.wrong_dates if "finish" in request.POST else form.missing | form.wrong_dates
    screen = request.POST.get("change") or next(
        (q.screen for q in amina.rulebook().questions.values() if q.id in broken), ""
    )
    return interview.up_to(amina.rulebook(), form.given, screen, amina.today())
