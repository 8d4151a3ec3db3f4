from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from apps.guide.models import Topic
from apps.guide.views import for_everybody
from apps.handouts import bundles, choosing, framing, messages, paper
from apps.translations import languages
from apps.translations.worded import InLanguage

for_one = cache_control(private=True, no_store=True)


@require_safe
@for_everybody
def sheet(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """One page of A4 in up to four languages, made to order: there are a quarter of a million of them."""
    codes = choosing.sheet_languages(languages.active(), request.GET.getlist("with"))
    said = choosing.on_a_sheet(kind, slug, codes)
    if not said:
        raise Http404
    if request.GET.get("as") == "pdf":
        headers = {"Content-Disposition": f'inline; filename="{slug}.{"-".join(codes)}.pdf"'}
        return HttpResponse(paper.pdf(said), content_type="application/pdf", headers=headers)
    context = {
        "said": said,
        "first": said[0],
        "poster": kind != "q",
        "codes": codes,
        "too_many": len({languages.active(), *request.GET.getlist("with")}) > choosing.ON_A_SHEET,
        "often": urlencode([("with", code) for code in choosing.often(languages.active())]),
        "others": _other_languages(),
        "full_address": settings.SITE_ADDRESS + said[0].path,
    }
    return render(request, "handouts/sheet.html", context)


@require_safe
@for_everybody
def texts(request: HttpRequest, slug: str) -> HttpResponse:
    """An answer as texts to send: in the page's language, in two at once, and as short as an SMS."""
    second = choosing.second_language(languages.active(), request.GET.get("with", ""))
    said = choosing.on_a_sheet("q", slug, [languages.active(), second])
    if not said:
        raise Http404
    context = {
        "said": said[0],
        "own": messages.text(said[:1]),
        "both": messages.text(said) if len(said) > 1 else "",
        "sms": messages.sms(said[0]),
        "slug": slug,
        "second": second,
        "others": _other_languages(),
    }
    return render(request, "handouts/texts.html", context)


@require_safe
@for_everybody
def share(request: HttpRequest) -> HttpResponse:
    """For those who pass on many answers: files, what has changed since a day, posters, codes, lines for a site."""
    slugs, codes = request.GET.getlist("q"), request.GET.getlist("in")
    wanted = "frames" in request.GET
    lines = framing.lines(choosing.in_a_file(slugs, codes)) if wanted else []
    context = _choices() | {
        "since": _day(request.GET.get("since", "")),
        "chosen": [*slugs, *codes],
        "no_lines": wanted and not lines,
        "lines": "\n".join(lines or framing.lines(choosing.in_a_file(["moved"], [languages.active()]))),
    }
    return render(request, "handouts/share.html", context)


@require_safe
@for_one
def files(request: HttpRequest) -> HttpResponse:
    """What was chosen as one file; where nothing or too much was chosen, the page again with what was wrong."""
    slugs, codes = request.GET.getlist("q"), request.GET.getlist("in")
    chosen = list(choosing.in_a_file(slugs, codes))
    count = sum(len(said) for _, said in chosen)
    if not 0 < count <= choosing.IN_A_FILE:
        context = _choices() | {"chosen": [*slugs, *codes], "count": count, "mistake": True}
        return render(request, "handouts/share.html", context, status=400)
    headers = {"Content-Disposition": 'attachment; filename="amina.zip"'}
    return HttpResponse(bundles.zipped(chosen), content_type="application/zip", headers=headers)


def _other_languages() -> dict[str, str]:
    return {code: name for code, name in languages.OWN_NAMES.items() if code != languages.active()}


def _choices() -> dict[str, object]:
    language = languages.active()
    topics = Topic.objects.in_language(language).with_entries()
    return {
        "topics": [(InLanguage(topic, language), choosing.entries_of(topic, language)) for topic in topics],
        "languages": languages.OWN_NAMES,
        "most": choosing.IN_A_FILE,
        "events": choosing.events(language),
        "site": settings.SITE_ADDRESS,
    }


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:  # a day that no month has
        return None
