"""A page's parts: what the language decides is evaluated, what the phone could not do is refused by name and line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from playwright.sync_api import Browser, Page
from pytest_django.fixtures import Settings

from apps.selfcheck import parts
from apps.selfcheck.tests import phone
from apps.translations import languages

KNOWN = {"here": "ky", "contacts": [{"name": "A & B"}, {"name": "C"}]}
NAUGHTY = '<b>"it\'s" & 100%</b>'


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    return tmp_path


def of(folder: Path, text: str) -> list[parts.Part]:
    (folder / "page.html").write_text(f"{{% load i18n %}}{{% block check %}}{text}{{% endblock %}}", "utf-8")
    return parts.of_blocks("page.html", ["check"], KNOWN)["check"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>\n  {{ here }}</p>", ["<p> ky</p>"]),
        ("{% for one in contacts %}<b>{{ one.name }}</b>{% endfor %}", ["<b>A &amp; B</b><b>C</b>"]),
        ("{% if here == 'ky' %}yes{% elif answer %}no{% endif %}", ["yes"]),
        ("{% if here and not answer %}{{ answer.text }}{% endif %}", [["if", [[["not", "answer"], [["value", "answer.text"]]]]]]),
        ("{% if answer != 'no' %}a{% else %}b{% endif %}", [["if", [[["not", ["==", "answer", "no"]], ["a"]], [True, ["b"]]]]]),
        ("{% for label, one in rows %}{{ one }}{% endfor %}", [["for", ["label", "one"], "rows", [["value", "one"]]]]),
        ("{% blocktranslate with day=due.day %}100% by {{ day }}{% endblocktranslate %}", ["100% by ", ["value", "due.day"]]),
    ],
)  # fmt: skip
def test_what_the_language_decides_is_evaluated_and_the_rest_stays_open(
    folder: Path, text: str, found: list[parts.Part]
) -> None:
    with translation.override("en"):
        assert of(folder, text) == found


def test_an_include_hands_on_paths(folder: Path) -> None:
    (folder / "card.html").write_text("{{ card.title }}{% for one in card.rows %}{{ one }}{% endfor %}", "utf-8")
    assert of(folder, "{% include 'card.html' with card=verdict.card %}") == [
        ["value", "verdict.card.title"],
        ["for", ["one"], "verdict.card.rows", [["value", "one"]]],
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{{ title|upper }}", "the filter “upper”"),
        ("{{ titles|slice:'3:'|join:', ' }}", "the filter “slice”"),
        ("{{ here|default:answer }}", "the filter “default”"),
        ("{% if titles|length > 3 %}{% endif %}", "the comparison “>”"),
        ("{% if one == other %}{% endif %}", "a comparison with a value that depends on answers"),
        ("{% if one == 3.5 %}{% endif %}", "a comparison with 3.5"),
        ("{% for one in rows %}{{ forloop.counter }}{% endfor %}", "“forloop”"),
        ("{% for one in rows reversed %}{% endfor %}", "{% for … reversed %}"),
        ("{% for one in rows %}{% for one in one.rows %}{% endfor %}{% endfor %}", "the name “one” for a second thing"),
        ("{% url 'openrules:rule' step %}", "{% url 'openrules:rule' step %}, which depends on answers,"),
        ("{% translate answer %}", "{% translate answer %}, which depends on answers,"),
        ("{% with one=two %}{% endwith %}", "the tag {% with %}"),
        ("{% autoescape off %}{{ one }}{% endautoescape %}", "the tag {% autoescape %}"),
        ("{% include answer %}", "{% include … only %}"),
        ("{% load page %}{% canonical %}", "{% canonical %}, which depends on answers,"),
    ],
)
def test_what_cannot_be_carried_over_is_refused_with_template_line_and_a_way_out(
    folder: Path, text: str, what: str
) -> None:
    with pytest.raises(parts.NotCarriedOver) as refused:
        of(folder, "\n\n" + text)
    assert str(refused.value).startswith(f"page.html, line 3: {what}")
    assert (
        "; give the page" in str(refused.value) or "; name " in str(refused.value) or "; include" in str(refused.value)
    )


COUNTED = "{% blocktranslate count n=left %}At most {{ n }} more question after this one.{% plural %}At most {{ n }} more questions after this one.{% endblocktranslate %}"
ESCAPED = '<i title="{{ text }}">{{ text }}</i>{% if rows %}{{ missing }}!{% else %}none{% endif %}'


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with phone.opened(browser) as page:
        page.evaluate("async () => { Object.assign(window, await import('/parts.js')); }")
        yield page


def filled(page: Page, found: list[parts.Part], values: list[dict[str, Any]]) -> list[str]:
    shown: list[str] = page.evaluate("([parts, all]) => all.map((values) => filled(parts, values))", [found, values])
    return shown


@pytest.mark.browser
@pytest.mark.parametrize("language", languages.OWN_NAMES)
def test_every_number_is_counted_as_django_counts_it(page: Page, folder: Path, language: str) -> None:
    with translation.override(language):
        found = of(folder, COUNTED)
        values = [{"left": number} for number in range(1000)]
        assert filled(page, found, values) == [render_to_string("page.html", one) for one in values]


@pytest.mark.browser
@pytest.mark.parametrize("rows", [[], ["one"]])
def test_phone_and_server_escape_and_choose_alike(page: Page, folder: Path, rows: list[str]) -> None:
    values = {"text": NAUGHTY, "rows": rows}
    assert filled(page, of(folder, ESCAPED), [values]) == [render_to_string("page.html", values)]
