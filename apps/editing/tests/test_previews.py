"""What has a page is seen as readers would see it: hidden or not, in any language, before it is saved or agreed with."""

from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape

from apps.editing.models import Proposal
from apps.editing.tests.people import person, save
from apps.guide.models import Contact, Entry, Source, Topic
from apps.translations import languages

pytestmark = pytest.mark.django_db

TEXT = {Entry: "title", Topic: "summary", Source: "says", Contact: "name"}
EVERY_KIND = pytest.mark.parametrize("model", TEXT)


@pytest.fixture
def publisher() -> Client:
    return person("publisher", "publisher")


def address(thing: Any, language: str) -> str:
    return f"/admin/guide/{thing._meta.model_name}/{thing.pk}/preview/?translate_to={language}"


@EVERY_KIND
def test_what_is_hidden_and_withdrawn_is_seen_in_every_language_by_editors_alone(model: Any, publisher: Client) -> None:
    thing = model.objects.earliest("pk")
    model.objects.filter(pk=thing.pk).update(published=False, languages=["ru"])
    for language in languages.TARGETS:
        page = publisher.get(address(thing, language)).text
        assert f'<html lang="{language}"' in page and escape(getattr(thing, f"{TEXT[model]}_{language}")) in page
    assert Client().get(address(thing, "ky")).status_code == 302


@EVERY_KIND
def test_the_form_is_seen_as_it_stands_without_saving(model: Any, publisher: Client) -> None:
    thing, name = model.objects.earliest("pk"), f"{TEXT[model]}_ky"
    before = getattr(thing, name)
    assert "Совсем новое" in publisher.post(address(thing, "ky"), {name: "Совсем новое"}).text
    assert getattr(model.objects.get(pk=thing.pk), name) == before


def test_a_proposed_phone_is_seen_on_the_page_that_it_would_stand_on(publisher: Client) -> None:
    contact = Contact.objects.exclude(phone="").earliest("pk")
    person("second", "publisher")
    said = {"phone": "+74950000001", "phone_display": "+7 495 000-00-01"}
    save(publisher, f"/admin/guide/contact/{contact.pk}/change/", **said)
    page = publisher.get(f"/admin/editing/proposal/{Proposal.objects.get().pk}/preview/").text
    assert "tel:+74950000001" in page and contact.name_ru in page
    assert "+74950000001" not in Client().get("/ru/contacts/").text
