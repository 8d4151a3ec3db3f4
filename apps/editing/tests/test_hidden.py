"""Contacts, topics and sources like entries: hidden until a second person has looked, hidden again, withdrawn in one language."""

from typing import Any

import pytest
from django.test import Client

from apps.amina.models import Phrase
from apps.editing.tests.people import opened, person, save
from apps.guide.models import Contact, Entry, Source, Topic
from apps.selfcheck.shelf import Shelf
from apps.translations import languages

pytestmark = pytest.mark.django_db

ENGLISH = {"accept-language": "en"}
NAMES = {Contact: "name_ru", Topic: "title_ru", Source: "publisher_ru", Entry: "title_ru"}


def address(thing: Any, view: str = "change") -> str:
    return f"/admin/{thing._meta.app_label}/{thing._meta.model_name}/{thing.pk}/{view}/"


def decide(client: Client, thing: Any, decision: str, language: str = "ky") -> str:
    sent = {"decision": decision, "language": language}
    return client.post(address(thing, "decide"), sent, follow=True, headers=ENGLISH).text


def add(client: Client, model: Any, **values: Any) -> Any:
    add = f"/admin/guide/{model._meta.model_name}/add/"
    r = client.post(add, {**opened(client, add), "translate_to": "ky", **values}, headers=ENGLISH)
    assert r.status_code == 302, r.context["adminform"].form.errors
    return model.objects.latest("pk")


ADDED: dict[Any, dict[str, Any]] = {
    Topic: {"slug": "my-own", "title_ru": "Моя тема"},
    Source: {"code": "MY_OWN", "publisher_ru": "Моё издание", "kind": "media", "date": "2026-11-01"},
    Contact: {
        "slug": "my-own",
        "name_ru": "Мой контакт",
        "kind": "police",
        "phone": "112",
        "phone_display": "112",
        "certainty": "official",
        "checked_on": "2026-11-01",
    },
}


@pytest.mark.parametrize("model", [Topic, Source, Contact])
@pytest.mark.parametrize("role", ["writer", "publisher", "administrator"])
def test_what_one_person_adds_is_hidden_until_another_has_looked(model: Any, role: str) -> None:
    author, sources = person("author", role), [Source.objects.earliest("pk").pk]
    thing = add(author, model, **ADDED[model], **({"sources": sources} if model is Contact else {}))
    assert not thing.published
    said = decide(author, thing, "publish")
    assert not model.objects.get(pk=thing.pk).published
    assert role == "writer" or "a second person" in said
    decide(person("second", "publisher"), thing, "publish")
    assert model.objects.get(pk=thing.pk).published


def test_readers_do_not_see_a_hidden_contact_anywhere_and_see_it_once_it_is_published(client: Client) -> None:
    found, publisher = Contact.objects.get(slug="moldova-embassy"), person("publisher", "publisher")
    for shown, decision in ((True, "publish"), (False, "hide"), (True, "publish")):
        decide(publisher, found, decision)
        assert (found.name_ru in client.get("/ru/contacts/").text) is shown
        assert (
            "moldova-embassy" in {one.contact.thing.slug for one in Shelf("ru", set()).afterwards()["contacts"]}
        ) is shown


def test_a_hidden_topic_and_a_hidden_source_are_on_no_page(client: Client) -> None:
    publisher, topic = person("publisher", "publisher"), Topic.objects.get(slug="daily")
    title = topic.title_ru
    assert "It cannot be hidden" in decide(publisher, topic, "hide")  # its answers would stand nowhere
    Entry.objects.filter(topic=topic).update(published=False)
    decide(publisher, topic, "hide")
    assert client.get("/ru/topics/daily/").status_code == 404 and title not in client.get("/ru/").text
    hidden = Entry.objects.filter(topic=topic)[0]
    assert "a topic that readers see" in decide(publisher, hidden, "publish")


def test_a_source_on_which_something_public_rests_alone_is_not_hidden(client: Client) -> None:
    publisher, entry = person("publisher", "publisher"), Entry.objects.get(slug="moved")
    alone = Source.objects.create(**ADDED[Source])
    entry.sources.add(alone)
    decide(publisher, alone, "hide")
    assert not Source.objects.get(pk=alone.pk).published  # the entry has others
    assert alone.publisher_ru not in client.get("/ru/q/moved/").text
    decide(person("second", "publisher"), alone, "publish")
    entry.sources.set([alone])
    said = decide(publisher, alone, "hide")
    assert "It cannot be hidden" in said and entry.title_ru in said
    assert Source.objects.get(pk=alone.pk).published


def test_an_entry_is_not_moved_into_a_topic_that_readers_do_not_see() -> None:
    author = person("author", "publisher")
    topic = add(author, Topic, **ADDED[Topic])
    moved = Entry.objects.get(slug="moved")
    assert save(author, address(moved), topic=topic.pk).status_code == 200


@pytest.mark.parametrize("model", [Topic, Source, Contact, Entry])
def test_one_translation_is_withdrawn_and_shown_again(client: Client, model: Any) -> None:
    thing = model.objects.filter(slug="moved")[0] if model is Entry else model.objects.earliest("pk")
    own, russian = (getattr(thing, NAMES[model].replace("_ru", f"_{code}")) for code in ("ky", "ru"))
    publisher = person("publisher", "publisher")
    assert "the Russian text now" in decide(publisher, thing, "withdraw")
    withdrawn = model.objects.get(pk=thing.pk)
    assert "ky" not in withdrawn.languages and {"ru", "en"} <= {*withdrawn.languages}
    if model is Entry:
        page = client.get("/ky/q/moved/").text
        assert russian in page and own not in page
    save(publisher, address(thing), position=3) if model is not Source else None
    assert "ky" not in model.objects.get(pk=thing.pk).languages
    decide(publisher, thing, "give_back")
    assert "ky" in model.objects.get(pk=thing.pk).languages


@pytest.mark.parametrize("page", ["check/", "check/helper/", "rules/", "rules/flow/", "rules/report_move/"])
def test_a_withdrawn_text_of_the_self_check_makes_it_russian_and_says_so_everywhere(client: Client, page: str) -> None:
    phrase, told = Phrase.objects.get(key="steps.report_move.title"), "Орусчасын беребиз"
    assert told not in client.get(f"/ky/{page}").text
    decide(person("reviewer", "reviewer", "language: ky"), phrase, "withdraw")
    text = client.get(f"/ky/{page}").text
    assert told in text and phrase.text_ky not in text
    assert f'<link rel="canonical" href="http://testserver/ru/{page}">' in text
    assert 'rel="alternate" hreflang="ky"' not in text and 'rel="alternate" hreflang="uz"' in text
    listed = client.get("/sitemap.xml").text
    assert f"/ky/{page}<" not in listed and f"/uz/{page}<" in listed and "/ky/q/moved/<" in listed


@pytest.mark.parametrize(
    ("groups", "language", "may"),
    [
        (("publisher",), "uz", True),
        (("reviewer", "language: ky"), "ky", True),
        (("reviewer", "language: ky"), "uz", False),
        (("translator", "language: ky"), "ky", False),
        (("writer",), "ky", False),
        (("publisher",), "ru", False),
    ],
)
def test_those_who_judge_a_language_withdraw_it_and_nobody_else(
    groups: tuple[str, ...], language: str, may: bool
) -> None:
    thing, client = Entry.objects.get(slug="moved"), person("somebody", *groups)
    decide(client, thing, "withdraw", language)
    left = Entry.objects.get(slug="moved").languages
    assert ({*languages.CODES} - {*left} == {language}) is may
