"""The search without scripts: one address, nothing kept."""

import gzip
import json

import pytest
from django.core.cache import cache
from django.test import Client

from apps.guide.models import Entry
from apps.translations import languages

pytestmark = pytest.mark.django_db
MOST_BYTES = 32 * 1024  # with every result as it is shown


def slugs(page: str) -> list[str]:
    results = page.partition('id="served"')[2]
    return [part.partition("/")[0] for part in results.split("/q/")[1:]]


@pytest.mark.parametrize(
    ("language", "query", "slug"),
    [
        ("ky", "телефонум жоголуп кетти", "phone-lost"),
        ("ky", "telefonum jogoldu", "phone-lost"),
        ("ky", "потерял телефон", "phone-lost"),
        ("uz", "телефонимни йўқотдим", "phone-lost"),
        ("uz-cyrl", "telefonimni yoʻqotdim", "phone-lost"),
        ("ru", "переехал на другую квартиру", "moved"),
        ("en", "I lost my phone", "phone-lost"),
    ],
)
def test_the_page_answers(client: Client, language: str, query: str, slug: str) -> None:
    r = client.get(f"/{language}/search/", {"q": query})
    assert slugs(r.text)[0] == slug
    assert f'value="{query}"' in r.text
    assert len(slugs(r.text)) <= 7


def test_nothing_of_a_search_is_kept_or_sent_on(client: Client) -> None:
    r = client.get("/ky/search/", {"q": "телефон"})
    assert "no-store" in r.headers["Cache-Control"]
    assert r.headers["Referrer-Policy"] == "no-referrer"
    assert r.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in r.text
    assert r.cookies == {}
    assert client.post("/ky/search/", {"q": "телефон"}).status_code == 405


def test_a_result_says_its_first_sentence_how_sure_it_is_and_when_it_was_checked(client: Client) -> None:
    r = client.get("/ru/search/", {"q": "потерял телефон"})
    entry = Entry.objects.get(slug="phone-lost")
    assert entry.short_answer_ru.split(". ")[0] in r.text
    assert 'class="badge' in r.text
    assert "Проверено" in r.text
    assert "/ru/check/?about=phone_lost" in r.text


@pytest.mark.parametrize(
    "query", ["курс доллара", "вакансии", "ыыыыы", "😀", "<script>", "\x00", "а" * 300, "%", "'\""]
)
def test_what_is_not_covered_or_strange_leads_to_people(client: Client, query: str) -> None:
    r = client.get("/ru/search/", {"q": query})
    assert r.status_code == 200
    assert "<script>" not in r.text.partition('id="served"')[2].partition("</main>")[0]
    if query != "\x00":
        assert "/ru/contacts/" in r.text.partition('id="served"')[2].partition("</main>")[0]


@pytest.mark.parametrize("language", [*languages.CODES, "uz-cyrl"])
def test_the_index_of_every_language_is_whole(client: Client, language: str) -> None:
    r = client.get(f"/{language}/search/index.json")
    found = r.json()
    assert set(Entry.objects.published().values_list("slug", flat=True)) == set(found["hits"])
    assert set(found["hits"]) <= set(found["index"]["ids"])
    again = client.get(f"/{language}/search/index.json", headers={"if-none-match": r.headers["ETag"]})
    assert again.status_code == 304


def test_an_editors_change_is_found(client: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    entry.asked_ru = "бармаглот"
    entry.save()
    Entry.objects.filter(slug="phone-lost").update(published=False)
    cache.clear()
    assert slugs(client.get("/ru/search/", {"q": "бармаглот"}).text)[0] == "moved"
    assert "phone-lost" not in json.dumps(client.get("/ru/search/index.json").json())
    cache.clear()


def test_every_page_has_the_field(client: Client) -> None:
    for path in ("", "q/moved/", "contacts/", "about/", "check/", "nowhere/"):
        assert 'role="search"' in client.get(f"/ky/{path}").text, path


def test_a_browser_may_search_from_its_own_field(client: Client) -> None:
    r = client.get("/ky/search/opensearch.xml")
    assert r.headers["Content-Type"].startswith("application/opensearchdescription+xml")
    assert 'template="http://testserver/ky/search/?q={searchTerms}"' in r.text
    assert "/ky/search/opensearch.xml" in client.get("/ky/").text


def test_the_home_page_begins_with_what_may_have_happened(client: Client) -> None:
    page = client.get("/ky/").text.partition("</header>")[2]
    happened = page.partition('class="happened"')[2].partition("</p>")[0]
    assert [part.partition('"')[0] for part in happened.split('href="')[1:]] == [
        "/ky/q/phone-lost/",
        "/ky/q/warning-received/",
        "/ky/q/moved/",
        "/ky/topics/trouble/",
    ]


@pytest.mark.parametrize("language", [*languages.CODES, "uz-cyrl"])
def test_what_a_phone_loads_to_search_is_small(client: Client, language: str) -> None:
    assert len(gzip.compress(client.get(f"/{language}/search/index.json").content, 9)) <= MOST_BYTES
