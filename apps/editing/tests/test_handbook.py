"""The handbook and what may be typed stand beside the texts, in the language of the desk."""

import re

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from apps.editing import handbook
from apps.editing.tests.people import person
from apps.guide import rendering
from apps.guide.models import Contact, Entry, Source, Topic

pytestmark = pytest.mark.django_db
MARKED = re.compile(r"\*{1,2}(\w[^*\n]+?)\.?\*{1,2}")
HANDBOOK, WRITING = "/admin/handbook/", "/admin/handbook/writing/"


@pytest.mark.parametrize(
    ("language", "page", "said"),
    [
        ("ru", HANDBOOK, "Пять состояний"),
        ("en", HANDBOOK, "The five states"),
        ("ky", HANDBOOK, "Беш абал"),
        ("uz", HANDBOOK, "Пять состояний"),
        ("ru", WRITING, "Что можно"),
        ("en", WRITING, "What you may use"),
        ("ky", WRITING, "Эмнени колдонсо болот"),
    ],
)
def test_it_is_read_at_the_desk_in_its_language_or_in_russian(language: str, page: str, said: str) -> None:
    r = person("translator", "translator", "language: ky").get(page, headers={"accept-language": language})
    assert f"<h2>{said}</h2>" in r.text and r.text.count("<h1>") == 1 and "<table>" in r.text


@pytest.mark.parametrize("language", ["ru", "ky", "en"])
def test_every_picture_and_page_it_names_is_there(editor: Client, language: str) -> None:
    page = editor.get(HANDBOOK, headers={"accept-language": language}).text
    text = page[page.index('class="handbook"') :]
    named = re.findall(r'(?:src|href)="(/[^"]+)"', text[: text.index("</main>")])
    assert len(named) >= 14
    assert {editor.get(address).status_code for address in named} == {200}


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_what_one_presses_is_called_as_the_desk_calls_it(language: str) -> None:
    english, ours = (handbook.DOCS / f"handbook.{code}.md" for code in ("en", language))
    named = {name for run in MARKED.findall(english.read_text("utf-8")) for name in run.split(" → ")}
    with translation.override(language):
        called = {name: gettext(name) for said in named for name in (said, said[0].lower() + said[1:])}
    known = {name.rstrip(":").casefold() for english, name in called.items() if name != english}
    text = ours.read_text("utf-8").casefold()
    assert len(known) > 35
    assert not [name for name in known if name not in text]


@pytest.mark.parametrize("address", ["nothing/", "pictures/nothing.png", "pictures/..%2F..%2Fopen-data.md"])
def test_nothing_else_of_the_repository_is_shown(editor: Client, address: str) -> None:
    assert editor.get(HANDBOOK + address).status_code == 404


def test_every_form_of_texts_leads_to_what_may_be_typed(editor: Client) -> None:
    for model in (Entry, Topic, Source, Contact):
        address = f"/admin/guide/{model._meta.model_name}/"
        for page in ("add/", f"{model.objects.earliest('pk').pk}/change/"):
            assert WRITING in editor.get(address + page).text, address + page


@pytest.mark.parametrize("language", ["ru", "en", "ky"])
def test_what_it_says_may_be_typed_is_what_the_site_shows(language: str) -> None:
    text = (handbook.DOCS / f"writing.{language}.md").read_text("utf-8")
    shown = rendering.html("**a** *b*\n\n## c\n\n3. d\n\n- e\n\n[f](entry:moved) [g](mark:advice) \\*h", {"moved"})
    for tag in ("<strong>", "<em>", "<h2>", '<ol start="3">', "<ul>", "/q/moved/", "mark advice", "*h"):
        assert tag in shown
    assert {*re.findall(r"mark:(\w+)", text)} == {"official", "reported", "advice", "unknown"}
    assert "{day}" in text and "](entry:moved)" in text
