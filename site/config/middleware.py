"""What every answer carries, and the answers that Django itself gives without words."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from apps.guide import views

Get = Callable[[HttpRequest], HttpResponse]
LONGEST = 4000  # signs of an address with its query; no link of ours has half as many
KEPT = {"Allow", "Cache-Control"}
METHODS = ("GET", "HEAD", "POST")  # of everything this site answers
WORDLESS = {403: "403.html", 405: "405.html"}


def permissions_policy(get_response: Get) -> Get:
    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Permissions-Policy"] = settings.PERMISSIONS_POLICY
        return response

    return middleware


def errors_in_words(get_response: Get) -> Get:
    """Answers without a body get one in the reader's language; addresses that are too long are not even looked at."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if len(request.get_full_path()) > LONGEST:
            return views.said(request, "414.html", 414)
        response = get_response(request)
        template = WORDLESS.get(response.status_code)
        if not template or response.streaming or response.content:
            return response
        worded = views.said(request, template, response.status_code)
        for name in KEPT & {*response.headers}:
            worded[name] = response[name]
        return worded

    return middleware


def known_methods(get_response: Get) -> Get:
    """Nothing here is put, patched or deleted; Django's own pages would take such a request for a look."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request) if request.method in METHODS else HttpResponseNotAllowed(METHODS)

    return middleware


def csrf_failure(request: HttpRequest, reason: str = "", **kwargs: Any) -> HttpResponse:
    return render(request, "admin/csrf.html", status=403)
