"""What others build on keeps its schemas, says its version and licence, and holds nothing that is not public."""

import json
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator

from apps.guide.models import Entry
from apps.opendata import contents
from apps.publishing import addresses
from apps.translations import languages

pytestmark = pytest.mark.django_db


def told(client: Client, name: str) -> Any:
    r = client.get(f"/data/{name}.json")
    assert r.status_code == 200 and r["Access-Control-Allow-Origin"] == "*", name
    return json.loads(r.content)


@pytest.mark.parametrize("name", ["entries.ky", "entries.uz-cyrl", "entries.ka", "rulebook", "facts", "changes"])
def test_each_file_keeps_its_schema(client: Client, name: str) -> None:
    found = told(client, name)
    schema = told(client, f"schema/{name.partition('.')[0]}")
    Draft202012Validator.check_schema(schema)
    assert [error.message[:200] for error in Draft202012Validator(schema).iter_errors(found)] == []
    assert found["schema"].endswith(f"/data/schema/{name.partition('.')[0]}.json")
    assert found["licence"]["name"] == ("MIT" if name == "rulebook" else "CC BY 4.0")


def test_a_schema_refuses_what_it_does_not_promise(client: Client) -> None:
    found, schema = told(client, "entries.ky"), told(client, "schema/entries")
    for name in found["entries"][0]:
        broken = {**found, "entries": [{key: value for key, value in found["entries"][0].items() if key != name}]}
        assert not Draft202012Validator(schema).is_valid(broken), name


def test_every_public_answer_is_there_and_no_hidden_one(client: Client) -> None:
    Entry.objects.filter(slug="moved").update(published=False)
    found = told(client, "entries.ky")
    assert {entry["slug"] for entry in found["entries"]} == {*Entry.objects.published().values_list("slug", flat=True)}
    for name in ("facts", "changes"):
        assert '"moved"' not in client.get(f"/data/{name}.json").text


def test_the_facts_are_those_that_something_public_rests_on(client: Client) -> None:
    found = told(client, "facts")
    assert len(found["sources"]) > 50 and all(source["address"] is not None for source in found["sources"])
    Entry.objects.update(facts=[])
    assert sum(len(one["facts"]) for one in told(client, "facts")["sources"]) < sum(
        len(one["facts"]) for one in found["sources"]
    )


def test_every_change_is_told_in_every_language(client: Client) -> None:
    for change in told(client, "changes")["changes"]:
        assert {*change["texts"]} == {*languages.OWN_NAMES}


@pytest.mark.parametrize("address", ["/data/people.json", "/data/entries.xx.json", "/data/schema/people.json"])
def test_there_is_no_other_data(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_all_of_it_is_published() -> None:
    alone = addresses.alone()
    assert [f"/data/{name}.json" in alone for name in ("rulebook", "facts", "changes", "entries.ky")] == [True] * 4
    assert len(addresses.embeds()) == len(languages.OWN_NAMES) * Entry.objects.published().count()
    assert contents.VERSION == "1.0"  # a change of the first number breaks a promise: docs/open-data.md
