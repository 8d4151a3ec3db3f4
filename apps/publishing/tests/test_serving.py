"""What is published is served before Django hears of it: the same bytes and headers whoever asks, and nothing else."""

import gzip
import time
from pathlib import Path
from typing import Any

import brotli
import pytest

from apps.publishing.folder import Folder, Valid
from apps.publishing.published import OFTEN, Published
from apps.publishing.rendering import rendered
from apps.publishing.serving import Body, PublicSite
from apps.publishing.tests.filling import ask, fill

pytestmark = pytest.mark.django_db

ONLY_WHERE_SENT = {"Content-Encoding", "Content-Length", "ETag", "Vary"}


def asleep(environ: dict[str, Any], start_response: Any) -> Body:
    """In the place of Django, which is not to be asked: it says what it has heard."""
    start_response("418 Asleep", [("X-Cookie", environ.get("HTTP_COOKIE", ""))])
    return [b""]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "release")
    fill(folder)
    return folder


@pytest.fixture
def site(folder: Folder) -> PublicSite:
    return PublicSite(asleep, Published(folder))


def test_a_page_has_the_bytes_and_headers_that_django_gives_it(site: PublicSite) -> None:
    for path in ("/ky/", "/ky/q/moved/", "/uz-cyrl/", "/ky/-/"):
        (status, headers, body), own = ask(site, path), rendered(path)
        assert (int(status[:3]), body) == (own.status, own.body)
        assert {n: v for n, v in headers.items() if n not in ONLY_WHERE_SENT} == {
            name: value for name, value in own.headers if name not in ONLY_WHERE_SENT
        }


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpacked"),
    [("gzip, br", "br", brotli.decompress), ("gzip;q=1, br;q=0", "gzip", gzip.decompress), ("identity", None, bytes)],
)
def test_it_travels_in_the_smallest_form_that_is_understood(
    site: PublicSite, accepted: str, encoding: str | None, unpacked: Any
) -> None:
    _, headers, body = ask(site, "/ky/", HTTP_ACCEPT_ENCODING=accepted)
    assert (headers.get("Content-Encoding"), headers["Vary"]) == (encoding, "Accept-Encoding")
    assert int(headers["Content-Length"]) == len(body)
    assert unpacked(body) == rendered("/ky/").body


def test_whoever_has_it_is_told_so(site: PublicSite) -> None:
    etag = ask(site, "/ky/", HTTP_ACCEPT_ENCODING="br")[1]["ETag"]
    for known in (etag, etag.removeprefix("W/"), f'"other", {etag}', "*"):
        status, headers, body = ask(site, "/ky/", HTTP_IF_NONE_MATCH=known)
        assert (status[:3], body, "Content-Length" in headers) == ("304", b"", False)
    assert ask(site, "/ky/", HTTP_IF_NONE_MATCH='"other"')[0] == "200 OK"


def test_a_head_has_no_body_and_what_must_not_be_kept_no_etag(site: PublicSite) -> None:
    assert ask(site, "/ky/", "HEAD")[2] == b""
    headers = ask(site, "/ky/check/")[1]
    assert "no-store" in headers["Cache-Control"]
    assert "ETag" not in headers


def test_ports_proxies_cookies_and_queries_change_nothing(site: PublicSite, folder: Folder) -> None:
    plain = ask(site, "/ky/")
    for environ in (
        {"HTTP_HOST": "127.0.0.1:1234"},
        {"HTTP_COOKIE": "sessionid=x; csrftoken=y; django_language=en"},
        {"QUERY_STRING": "fbclid=1&utm_source=x"},
        {"HTTP_X_FORWARDED_HOST": "elsewhere.example", "HTTP_FORWARDED": "host=x"},
    ):
        assert ask(site, "/ky/", **environ) == plain
    assert len(site.published._answers) == 1


def test_what_is_nowhere_is_said_so_in_its_language(site: PublicSite) -> None:
    status, _, body = ask(site, "/ky/q/nothing/")
    assert (status, "Мындай барак жок" in body.decode()) == ("404 Not Found", True)
    assert 'href="/en/"' in body.decode()


def test_a_file_of_yesterdays_version_is_what_is_valid_now_and_not_kept(site: PublicSite) -> None:
    status, headers, body = ask(site, "/ky/check/phrases.0123456789.json")
    assert (status, body) == ("200 OK", rendered("/ky/check/phrases.0123456789.json").body)
    assert "no-store" in headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/", "/ky/q/moved", "/admin/", "/static/css/site.css"])
def test_what_only_django_knows_goes_to_django(site: PublicSite, path: str) -> None:
    assert ask(site, path)[0].startswith("418")


def test_of_all_queries_only_two_count(site: PublicSite) -> None:
    assert ask(site, "/ky/search/", QUERY_STRING="q=patent")[0].startswith("418")
    assert ask(site, "/ky/check/", QUERY_STRING="about=phone_lost")[0].startswith("418")
    assert ask(site, "/ky/", QUERY_STRING="q=patent")[0] == "200 OK"


def test_what_becomes_of_a_question_and_every_post_is_known_to_django_alone(site: PublicSite) -> None:
    assert ask(site, "/ky/asked/2sub3e49/")[0].startswith("418")
    assert ask(site, "/ky/ask/", "POST", HTTP_COOKIE="sessionid=1")[1]["X-Cookie"] == ""


def test_the_topics_of_a_question_are_known_without_a_database(folder: Folder) -> None:
    assert len(Published(folder).kept("ky/asking.topics", lambda: [])) > 5


def test_only_editors_bring_their_cookies_to_django(site: PublicSite) -> None:
    for path, heard in {"/admin/": "sessionid=1", "/account/": "sessionid=1", "/": "", "/ky/check": ""}.items():
        assert ask(site, path, HTTP_COOKIE="sessionid=1")[1]["X-Cookie"] == heard
    assert ask(site, "/ky/check/", "POST", HTTP_COOKIE="sessionid=1")[1]["X-Cookie"] == ""


def test_strange_hosts_and_plain_http_are_left_to_django(site: PublicSite, settings: Any) -> None:
    assert ask(site, "/ky/", HTTP_HOST="elsewhere.example")[0].startswith("418")
    settings.SECURE_SSL_REDIRECT = True
    assert ask(site, "/ky/")[0].startswith("418")
    assert ask(site, "/ky/", **{"wsgi.url_scheme": "https"})[0] == "200 OK"
    settings.BEHIND_PROXY = True
    assert ask(site, "/ky/", HTTP_X_FORWARDED_PROTO="https")[0] == "200 OK"


def test_a_new_list_is_believed_within_a_second_and_a_broken_one_never(site: PublicSite, folder: Folder) -> None:
    assert ask(site, "/ky/")[2] == rendered("/ky/").body
    valid = fill(folder, ["/uz-cyrl/"])
    valid.pages["/ky/"] = valid.pages["/uz-cyrl/"]
    folder.put(valid)
    time.sleep(OFTEN * 1.1)
    assert ask(site, "/ky/")[2] == rendered("/uz-cyrl/").body
    for broken in (b"", b"[1]", b'{"pages": {}}'):
        folder.write("valid.json", broken)
        time.sleep(OFTEN * 1.1)
        assert ask(site, "/ky/")[2] == rendered("/uz-cyrl/").body


def test_where_django_fails_the_last_release_answers(folder: Folder, settings: Any) -> None:
    settings.PUBLISHED_ROOT = folder.path.parent

    def broken(environ: dict[str, Any], start_response: Any) -> Body:
        start_response("500 Internal Server Error", [])
        return [b"broken"]

    site = PublicSite(broken, Published(Folder(folder.path.parent / "new")))
    assert ask(site, "/ky/")[2] == rendered("/ky/").body
    assert ask(site, "/ky/contacts/") == ("500 Internal Server Error", {}, b"broken")


def test_a_balancer_learns_whether_to_send_readers_here(site: PublicSite, tmp_path: Path) -> None:
    status, headers, body = ask(site, "/health")
    assert (status, headers["Cache-Control"]) == ("200 OK", "no-store")
    assert b'"version": "1 2026-11-29"' in body
    empty = PublicSite(asleep, Published(Folder(tmp_path / "empty")))
    assert ask(empty, "/health")[0] == "503 Service Unavailable"
    assert Valid() == Folder(tmp_path / "empty").valid()
