"""Every public address as bytes and headers, without a server."""

from typing import Any

import pytest
from django.test import Client

from apps.publishing import addresses, rendering
from apps.publishing.rendering import rendered

pytestmark = pytest.mark.django_db


def test_what_is_rendered_is_what_a_visitor_gets(client: Client) -> None:
    for path in ("/ky/", "/uz-cyrl/q/moved/", "/ru/rules/covered/"):
        found, r = rendered(path), client.get(path, headers={"host": "127.0.0.1"})
        assert (found.status, found.body) == (r.status_code, r.content)
        assert dict(found.headers) == dict(r.headers)


def test_every_public_address_is_there_and_sets_no_cookie() -> None:
    found = addresses.every()
    assert len(set(found)) == len(found)
    wrong = {path: answer.status for path in found[::40] if (answer := rendered(path)).status != 200}
    assert wrong == {}
    for path in ("/ky/", "/sitemap.xml", "/ky/offline/pack.json"):
        names = {name.lower() for name, _ in rendered(path).headers}
        assert path in found
        assert "set-cookie" not in names


def test_a_page_calls_itself_by_its_home_address_with_the_schemes_own_headers(
    settings: Any,
) -> None:
    settings.SITE_ADDRESS, settings.ALLOWED_HOSTS = "https://example.org", ["example.org"]
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 60
    rendering._handler.cache_clear()
    found = rendered("/ky/q/moved/")
    rendering._handler.cache_clear()
    assert found.status == 200
    assert '<link rel="canonical" href="https://example.org/ky/q/moved/">' in found.body.decode()
    assert dict(found.headers)["Strict-Transport-Security"] == "max-age=60"
