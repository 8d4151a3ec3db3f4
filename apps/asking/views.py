from django.db import Error as DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from apps.asking import keeping, showing, tokens
from apps.asking.models import Decision, Kind, PublicQuestion, Question
from apps.asking.reading import MOST, TRAP, Form, read, topics
from apps.guide.views import for_everybody
from apps.selfcheck.views import no_longer_than_a_form
from apps.translations import languages

STATUS = {"gone": 503, "full": 429}


# No cookie, so no CSRF token: what takes its place, and why that is enough, stands in tokens.py.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@no_longer_than_a_form
def ask(request: HttpRequest) -> HttpResponse:
    return _sent(request) if request.method == "POST" else _empty(request)


@for_everybody
def _empty(request: HttpRequest) -> HttpResponse:
    return _shown(request, Form())


@never_cache
def _sent(request: HttpRequest) -> HttpResponse:
    """The first time show what would be kept, the second time keep it; whatever fails, the text comes back."""
    form = read(request.POST)
    if form.fault in ("long", "short") or "change" in request.POST:
        return _shown(request, form, form.fault if form.fault != "again" else "")
    token = tokens.read(request.POST.get("token", ""), form.signed)
    if "send" not in request.POST:
        return _shown(request, form, token=tokens.new(form.signed))
    if token is None or token.too_soon or form.fault:
        return _shown(request, form, "again", token=tokens.new(form.signed))
    return _kept(request, form, token.code)


def _kept(request: HttpRequest, form: Form, code: str) -> HttpResponse:
    try:
        keeping.keep(form, code)
    except (DatabaseError, keeping.Full) as error:
        fault = "full" if isinstance(error, keeping.Full) else "gone"
        return _shown(request, form, fault, token=request.POST["token"])
    return redirect("asking:question", code)


def _shown(request: HttpRequest, form: Form, fault: str = "", token: str = "") -> HttpResponse:
    context = {
        "form": form,
        "fault": fault,
        "token": token,
        "most": MOST,
        "trap": TRAP,
        "topics": topics(),
        "kinds": [(kind.value, kind.label) for kind in Kind if kind != Kind.ASKED],
        "names": languages.OWN_NAMES.items(),
    }
    return render(request, "asking/ask.html", context, status=STATUS.get(fault, 200))


@require_safe
@for_everybody
def asked(request: HttpRequest) -> HttpResponse:
    """What others have asked, as far as an editor has accepted it."""
    return render(request, "asking/asked.html", showing.public(languages.active()))


@require_safe
@never_cache
def question(request: HttpRequest, code: str) -> HttpResponse:
    """What has become of one question; its own words are on no page."""
    try:
        public = PublicQuestion.objects.select_related("entry").filter(code=code).first()
        sent = Question.objects.filter(code=code).exclude(decision=Decision.SPAM).first()
    except DatabaseError:
        return _without_robots(render(request, "asking/question.html", {"gone": True}, status=503))
    if public is None and sent is None:
        raise Http404
    context = {"public": public and showing.shown(public, languages.active()), "sent": sent}
    return _without_robots(render(request, "asking/question.html", context))


def _without_robots(response: HttpResponse) -> HttpResponse:
    response.headers["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, no_store=True)
    return response
