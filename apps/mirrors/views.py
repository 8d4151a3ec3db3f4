from math import ceil

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.guide.views import for_everybody
from apps.mirrors import booklets, one_file
from apps.translations import languages


@require_safe
@for_everybody
def file(request: HttpRequest) -> HttpResponse:
    """The whole language in one page; its policy lets its own script and style run, and nothing else."""
    found = one_file.of(languages.active())
    response = HttpResponse(found.text)
    own = {"script-src": [found.script], "style-src": [found.style], "connect-src": ["blob:"]}
    response._csp_replace = own  # type: ignore[attr-defined]  # what django-csp's decorator sets, which knows no hashes
    return response


@require_safe
@for_everybody
def days(request: HttpRequest) -> HttpResponse:
    """What to take along for days without internet."""
    size = ceil(len(one_file.of(languages.active()).text.encode()) / 1000)
    return render(request, "mirrors/days.html", {"size": size})


@require_safe
@for_everybody
def booklet(request: HttpRequest) -> HttpResponse:
    """The whole guide of a language for paper: any browser prints it, make booklets folds it."""
    return render(request, "mirrors/booklet.html", booklets.context(languages.active()))
