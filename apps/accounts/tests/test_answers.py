"""What every answer carries, and errors in the reader's language."""

from importlib import import_module

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from apps.conftest import verified
from apps.translations import languages

pytestmark = pytest.mark.django_db
HEADERS = (
    "Content-Security-Policy",
    "Permissions-Policy",
    "X-Frame-Options",
    "X-Content-Type-Options",
    "Referrer-Policy",
)


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a fault of ours")


urlpatterns = [path("ky/fail/", fail), *import_module(settings.ROOT_URLCONF).urlpatterns]
handler500 = "apps.guide.views.server_error"


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("get", "/ky/", 200),
        ("get", "/", 302),
        ("get", "/robots.txt", 200),
        ("get", "/ky/nothing/", 404),
        ("get", "/admin/", 302),
        ("post", "/ky/", 405),
        ("post", "/account/", 400),
        ("get", "/ky/?" + "q" * 5000, 414),
        ("get", "/static/css/nothing.css", 404),
    ],
)
def test_every_answer_carries_the_policies(client: Client, method: str, address: str, status: int) -> None:
    r = getattr(client, method)(address)
    assert r.status_code == status
    assert not [name for name in HEADERS if name not in r]


def test_errors_of_ours_and_foreign_hosts_carry_them_too(client: Client, settings: object) -> None:
    foreign = client.get("/ky/", headers={"host": "elsewhere.example"})
    settings.ROOT_URLCONF = __name__
    client.raise_request_exception = False
    broken = client.get("/ky/fail/")
    assert (foreign.status_code, broken.status_code) == (400, 500)
    for r in (foreign, broken):
        assert not [name for name in HEADERS if name not in r]


@pytest.mark.parametrize("language", languages.CODES)
def test_errors_are_said_in_the_readers_language(client: Client, language: str) -> None:
    assert f'lang="{language}"' in client.post(f"/{language}/").text
    assert client.post(f"/{language}/")["Allow"] == "GET, HEAD"
    assert f'lang="{language}"' in client.get(f"/{language}/?" + "q" * 5000).text


def test_a_closed_page_is_refused_in_the_editors_language(django_user_model: type) -> None:
    person = verified(django_user_model.objects.create_user("carol", is_staff=True))
    r = person.get("/admin/guide/entry/", headers={"accept-language": "ky"})
    assert r.status_code == 403 and 'lang="ky"' in r.text


def test_a_form_without_its_token_is_refused_in_words() -> None:
    strict = Client(enforce_csrf_checks=True)
    sent = {"login_view-current_step": "auth", "auth-username": "a", "auth-password": "b"}
    r = strict.post("/account/", sent, headers={"accept-language": "ru"})
    assert r.status_code == 403 and "Форма не принята" in r.text


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/KY/", "/ky/"),
        ("/uz-Cyrl/q/moved/?a=1", "/uz-cyrl/q/moved/?a=1"),
        ("/ro-MD/", "/ro/"),
        ("/ky-KG/check/", "/ky/check/"),
        ("/mo/", "/ro/"),
        ("/EN-us/", "/en/"),
    ],
)
def test_a_language_in_another_spelling_leads_to_ours(client: Client, asked: str, meant: str) -> None:
    r = client.get(asked)
    assert (r.status_code, r.get("Location")) == (301, meant)


@pytest.mark.parametrize("asked", ["/kyy/", "/fr/", "/ky/ky/", "/%00/", "/KY//evil.example/", "/tr-TR/"])
def test_what_is_no_language_of_ours_leads_nowhere_else(client: Client, asked: str) -> None:
    r = client.get(asked)
    assert r.status_code == 404 or r["Location"].startswith("/ky/")
