"""The public pages: found, complete, in one language, private and small."""

import gzip
import os
import re

import pytest
from django.conf import settings
from django.test import Client

from apps.amina import current
from apps.guide.models import Entry, Source, Topic
from apps.guide.tests import markup
from apps.guide.tests.one_language import OneLanguage
from apps.news.showing import listed
from apps.openrules import changing
from apps.translations import languages

pytestmark = pytest.mark.django_db

LANGUAGES = languages.with_catalogue() if os.environ.get("EVERY_LANGUAGE") else ["ky", "ru", "hy", "en"]
STYLES = len(gzip.compress((settings.BASE_DIR / "static/css/site.css").read_bytes()))


def paths() -> list[str]:
    paths = [
        "",
        "check/",
        "check/helper/",
        "contacts/",
        "without-internet/",
        "ask/",
        "asked/",
        "changes/",
        "changes/week/",
        "sources/",
        "sources/communities/",
        "sources/others/",
        "about/",
        "rules/",
        "rules/flow/",
    ]
    paths += ["rules/covered/", "rules/register_elsewhere/", "rules/changes/"]
    paths += [f"changes/{id}/" for id, _, _ in listed()[:1]]
    paths += [f"topics/{slug}/" for slug in Topic.objects.values_list("slug", flat=True)]
    return paths + [f"q/{slug}/" for slug in Entry.objects.values_list("slug", flat=True)]


@pytest.mark.usefixtures("one_version")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_valid_private_small_and_in_one_language(client: Client, language: str) -> None:
    wrong, sizes, one = {}, {}, OneLanguage(language)
    for path in paths():
        r = client.get(f"/{language}/{path}")
        wrong[path] = [*markup.complaints(r, language), *one.slips(path, r.text)]
        sizes[path] = len(gzip.compress(r.content)) + STYLES
    wrong["nothing-here/"] = one.slips("nothing-here/", client.get(f"/{language}/nothing-here/").text)
    assert {path: complaints for path, complaints in wrong.items() if complaints} == {}
    assert not client.cookies
    assert sorted(sizes.values())[int(len(sizes) * 0.95)] <= 10_000
    assert {path: size for path, size in sizes.items() if size > 14_000} == {}


@pytest.mark.parametrize(
    "path", ["", "q/moved/", "topics/daily/", "contacts/", "sources/", "sources/others/", "about/", "check/"]
)
def test_a_page_needs_at_most_four_queries(client: Client, django_assert_max_num_queries: object, path: str) -> None:
    for first in ("q/iphone/", "check/"):  # what pages have in common is read by the first of a version
        client.get(f"/ky/{first}")
    with django_assert_max_num_queries(4):  # type: ignore[operator]  # a fixture without a public type
        client.get(f"/ky/{path}")


@pytest.mark.parametrize("path", ["", "q/moved/", "check/"])
def test_the_policy_forbids_everything_inline_and_foreign(client: Client, path: str) -> None:
    policy = client.get(f"/ky/{path}").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("ky-KG,ky;q=0.9", "ky"),
        ("uz-Cyrl-UZ", "uz-cyrl"),
        ("ro-MD", "ro"),
        ("mo", "ro"),
        ("mo-MD", "ro"),
        ("tg", "tg"),
        ("hy-AM", "hy"),
        ("tr-TR", "ru"),
        ("", "ru"),
    ],
)
def test_the_first_address_leads_once_to_the_readers_language(client: Client, header: str, language: str) -> None:
    r = client.get("/", headers={"accept-language": header})
    assert (r.status_code, r.url) == (302, f"/{language}/")
    assert "Accept-Language" in r.headers["Vary"]
    assert not r.cookies


def test_an_entry_shows_answer_certainty_sources_and_the_day_it_was_checked(client: Client) -> None:
    r = client.get("/en/q/moved/")
    entry = Entry.objects.get(slug="moved")
    assert entry.short_answer_en in r.text
    assert "Sources differ" in r.text
    assert "Checked on 29 November 2026" in r.text
    assert "Who says so: 10 (Law, Officials" in r.text
    assert Source.objects.get(code="RUSKLINE").address in r.text
    assert 'href="/en/q/hotel-hospital/"' in r.text


def test_an_entry_that_lacks_the_language_stands_whole_in_russian_and_says_so(client: Client) -> None:
    Entry.objects.filter(slug="moved").update(languages=["ru", "en"])
    r = client.get("/ky/q/moved/")
    entry = Entry.objects.get(slug="moved")
    assert '<div lang="ru">' in r.text
    assert entry.title_ru in r.text
    assert entry.title_ky not in r.text
    assert "Орусчасын беребиз" in r.text
    assert 'hreflang="ky" href="http' not in r.text


def test_half_a_translation_is_never_shown() -> None:
    entry = Entry.objects.get(slug="moved")
    entry.body_ky = ""
    entry.save()
    assert "ky" not in entry.languages


def test_a_hidden_entry_is_nowhere(client: Client) -> None:
    Entry.objects.filter(slug="moved").update(published=False)
    assert client.get("/ky/q/moved/").status_code == 404
    for address in ("/ky/", "/ky/topics/daily/", "/ky/q/landlords/", "/sitemap.xml"):
        assert "/q/moved/" not in client.get(address).text, address


def test_the_switcher_keeps_the_page(client: Client) -> None:
    assert 'href="/en/q/moved/" lang="en"' in client.get("/ky/q/moved/").text


def test_azerbaijani_is_written_from_left_to_right(client: Client) -> None:
    assert 'dir="rtl"' not in client.get("/az/").text


def test_what_a_messenger_reads_stands_in_the_first_two_kilobytes(client: Client) -> None:
    head = client.get("/ky/q/moved/").content[:4096].decode("utf-8", "ignore")
    for name in ("og:title", "og:description", "og:url", "og:locale", "og:type"):
        assert f'property="{name}"' in head
    assert '<link rel="canonical" href="http://testserver/ky/q/moved/">' in head


def test_the_sitemap_lists_only_what_is_there(client: Client) -> None:
    Entry.objects.filter(slug="moved").update(languages=["ru"])
    listed = re.findall(r"<loc>http://testserver([^<]+)</loc>", client.get("/sitemap.xml").text)
    assert "/ru/q/moved/" in listed
    assert "/ky/q/moved/" not in listed
    assert len(listed) > 3 * Entry.objects.count()
    assert {address for address in listed if address.split("/", 2)[2] not in visited_by_tests()} == set()


def visited_by_tests() -> set[str]:
    """The pages that are asked for above, in every language, and in the tests of the rules and of the changes."""
    days = [f"changes/{id}/" for id, _, _ in listed()] + [f"rules/changes/{day.id}/" for day in changing.days()]
    return {*paths(), *days, *(f"rules/{id}/" for id in current.rulebook().steps)}


def test_robots_are_told_where_the_sitemap_is(client: Client) -> None:
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").text


@pytest.mark.parametrize(
    ("address", "language", "said"),
    [
        ("/ky/q/nothing/", "ky", "Мындай барак жок"),
        ("/ru/nothing/", "ru", "Такой страницы нет"),
        ("/en/topics/x/", "en", "This page does not exist"),
    ],
)
def test_a_missing_page_says_so_in_the_readers_language(client: Client, address: str, language: str, said: str) -> None:
    r = client.get(address)
    assert r.status_code == 404
    assert f'<html lang="{language}">' in r.text
    assert said in r.text


def test_a_broken_server_answers_in_the_readers_language_without_the_database(
    client: Client, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: object
) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("apps.guide.pages.home", broken)
    client.raise_request_exception = False
    with django_assert_num_queries(0):  # type: ignore[operator]  # a fixture without a public type
        r = client.get("/ky/")
    assert r.status_code == 500
    assert "Биздин тараптан ката кетти" in r.text


def test_a_request_that_cannot_be_read_is_answered_in_the_readers_language(client: Client) -> None:
    r = client.post("/ru/check/", {f"field{number}": "1" for number in range(1001)})
    assert r.status_code == 400
    assert "Мы не смогли прочитать этот запрос" in r.text


def test_an_unknown_host_is_told_so_without_an_error(client: Client) -> None:
    r = client.get("/ky/", headers={"host": "elsewhere.example"})
    assert r.status_code == 400
    assert '<html lang="ky">' in r.text


@pytest.mark.parametrize("path", ["", "q/moved/", "about/"])
def test_pages_are_only_read(client: Client, path: str) -> None:
    assert client.post(f"/ky/{path}").status_code == 405
