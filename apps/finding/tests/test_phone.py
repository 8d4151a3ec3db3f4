"""The phone ranks as the server does: questions, halves of them, mixtures and any signs, in every language."""

import json
import os
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from playwright.sync_api import Browser, Page, Route

from apps.finding.shelf import shelf
from apps.search import answer
from apps.search.ranking import find
from apps.translations import languages

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
HOW_MANY, SEED = int(os.environ.get("SEARCH_QUERIES", "1100")), 20261129
ADDRESS, SCRIPTS = "http://phone.test/", Path(settings.BASE_DIR) / "static/js/search"
QUERIES = Path(settings.BASE_DIR) / "apps/search/tests/queries"
SAME = """(asked) => JSON.parse(asked).map((query) => {
  const found = find(index, query), answered = answer(index, query);
  return [found.hits.slice(0, 10).map(({ id, score }) => `${id} ${score}`).join(), found.sureness,
    answered.band, answered.ids.join(), answered.urgent];
})"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()

    def serve(route: Route) -> None:
        file = SCRIPTS / route.request.url.removeprefix(ADDRESS)
        kind = "text/javascript" if file.suffix == ".js" else "text/html"
        route.fulfill(body=file.read_text("utf-8") if file.suffix == ".js" else "<!doctype html>", content_type=kind)

    page.route(f"{ADDRESS}**", serve)
    page.goto(ADDRESS)
    page.evaluate("""async () => Object.assign(window, await import("/index.js"), await import("/ranking.js"),
      await import("/answering.js"))""")
    yield page
    context.close()


def known(language: str) -> list[str]:
    files = [tomllib.loads(file.read_text("utf-8")) for file in sorted(QUERIES.glob("*.toml"))]
    return [query for file in files for query in [*file.get(language, {}), *file["ru"]]]


def any_queries(language: str, chance: random.Random, number: int) -> Iterator[str]:
    """As people ask, with parts lost, doubled, mixed and mistyped, and some that are only signs."""
    questions = [*known(language), "constructor __proto__ toString", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]
    for _ in range(number):
        words = [chance.choice(chance.choice(questions).split()) for _ in range(chance.randint(1, 6))]
        words = chance.choice([words, chance.choice(questions).split()])
        letters = list(" ".join(words))
        for _ in range(chance.randint(0, 3)):
            letters[chance.randrange(len(letters))] = chr(chance.choice([chance.randrange(0x3000), 0x1F600, 32, 0x61]))
        yield (
            "".join(letters)
            if chance.random() > 0.05
            else "".join(
                chr(chance.choice([chance.randrange(0xD800), chance.randrange(0xE000, 0x110000)])) for _ in range(20)
            )
        )


@pytest.mark.parametrize("language", languages.CODES)
def test_the_phone_finds_what_the_server_finds(page: Page, language: str) -> None:
    with translation.override(language):
        found = shelf()
    page.evaluate("(data) => { window.index = opened(JSON.parse(data)); }", json.dumps(found.data["index"]))
    queries = list(any_queries(language, random.Random(SEED), HOW_MANY // len(languages.CODES)))
    for query, said in zip(queries, page.evaluate(SAME, json.dumps(queries)), strict=True):
        ranked, answered = find(found.index, query), answer(found.index, query)
        hits = ",".join(f"{hit.id} {hit.score}" for hit in ranked.hits[:10])
        expected = [hits, ranked.sureness, answered.band, ",".join(answered.ids), answered.urgent]
        assert said == expected, (language, query)
