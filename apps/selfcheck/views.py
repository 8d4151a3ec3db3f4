from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.amina import current
from apps.amina.phrasebook import phrasebook_in
from apps.guide.views import bad_request
from apps.selfcheck import answering, helping, interview, pages, phone, reminders, showing
from apps.selfcheck.answering import Form
from apps.translations import languages

A_YEAR = 31_536_000
View = Callable[[HttpRequest], HttpResponse]
MOST = 64 * 1024  # bytes; the longest form has a twentieth of that


def no_longer_than_a_form(view: View) -> View:
    """Refuse what no form of ours sends before it is read: so nothing of it is ever kept, on the disk least of all."""

    @wraps(view)
    def within(request: HttpRequest) -> HttpResponse:
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST:
            return bad_request(request)
        return view(request)

    return within


# Nothing is stored or changed, so there is nothing to forge; and a CSRF token would need a cookie.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@no_longer_than_a_form
def check(request: HttpRequest) -> HttpResponse:
    form = answering.submitted(current.rulebook(), request.POST, current.today())
    if request.method != "POST":
        form = answering.chosen_before(current.rulebook(), request.GET.get("about", ""))
    book = phrasebook_in(languages.active())
    neutral = {"neutral_address": request.build_absolute_uri("/check/")}
    standing = _reopened(request, form) or interview.replay(current.rulebook(), form.given, current.today())
    if "beside" in request.POST:
        return render(
            request, "selfcheck/card.html", showing.context(standing, form, book, request.POST["beside"]) | neutral
        )
    if standing.finished or ("finish" in request.POST and not form.wrong_dates):
        return render(request, "selfcheck/result.html", pages.result(standing, form, book) | neutral)
    # Answers that were posted stay with the server's pages; a fresh start may be the phone's.
    files = phone.addresses(book) if request.method != "POST" else None
    if files and not getattr(request, "for_pack", False):
        files["day"] = current.today().isoformat()
    context = pages.question(standing, form, book) | neutral | {"phone": files}
    return render(request, "selfcheck/question.html", context)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@no_longer_than_a_form
def helper(request: HttpRequest) -> HttpResponse:
    posted, book = request.method == "POST", phrasebook_in(languages.active())
    form = helping.submitted(request.POST) if posted else Form()
    home = request.build_absolute_uri("/check/")
    told = helping.told(form, book, request.POST.get("beside", ""), home) if posted else {}
    known = {
        "beside": languages.ORIGINAL,
        "neutral_address": home,
        "phone": phone.addresses(book),
        "scripts": phone.helpers_scripts(),
    }
    return render(request, "selfcheck/helper.html", helping.questions(form, book) | known | told)


@csrf_exempt
@never_cache
@require_POST
@no_longer_than_a_form
def calendar(request: HttpRequest) -> HttpResponse:
    form = answering.submitted(current.rulebook(), request.POST, current.today())
    standing = interview.replay(current.rulebook(), form.given, current.today())
    book = phrasebook_in(languages.active())
    step, origin = request.POST.get("step", ""), request.build_absolute_uri("/")[:-1]
    found = reminders.of(step, standing.assessment, book, origin, reminders.now())
    if found is None:
        return check(request)
    return HttpResponse(
        found.file,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{found.name}.ics"'},
    )


@require_safe
def phrases(request: HttpRequest, version: str) -> JsonResponse:
    return _versioned(phone.phrases(phrasebook_in(languages.active())), version)


@require_safe
def bundle(request: HttpRequest, version: str) -> JsonResponse:
    return _versioned(phone.rules(), version)


def _versioned(value: dict[str, object], version: str) -> JsonResponse:
    """Immutable under its own version; under another one, which a page of yesterday may ask for, what is valid now."""
    response = JsonResponse(value, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})
    if value["version"] == version:
        patch_cache_control(response, public=True, immutable=True, max_age=A_YEAR)
    else:
        add_never_cache_headers(response)
    return response


def _reopened(request: HttpRequest, form: Form) -> interview.Standing | None:
    """The screen that the reader asked to change or that was sent with a mistake."""
    broken = form.wrong_dates if "finish" in request.POST else form.missing | form.wrong_dates
    screen = request.POST.get("change") or next(
        (q.screen for q in current.rulebook().questions.values() if q.id in broken), ""
    )
    return interview.up_to(current.rulebook(), form.given, screen, current.today())
